import type { App } from "@slack/bolt";
import { checkWhy } from "../../flows/intake/parse-draft.ts";
import { parseSegments } from "../../flows/intake/parse-segments.ts";
import {
  type RawEndSegments,
  type RawSegment,
  toRawSegments,
} from "../../flows/model/raw-segments.ts";
import type { FieldProblems } from "../../flows/request/draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { notice } from "../blocks/notice.ts";
import type { Entered } from "../forms/field.ts";
import {
  endSegmentFields,
  endSegmentsForm,
  segmentFields,
  segmentsForm,
} from "../forms/segments-form.ts";
import { modals } from "../payloads/action-ids.ts";
import { parseFormMetadata } from "../payloads/metadata.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import { registerSentForm } from "../plan-review/form-submission.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { Command } from "./command.ts";
import { type AccountPermissions, findAccountPermissions } from "./find-account-permissions.ts";

type Raw = RawSegment | RawEndSegments;

export const segments: Command = {
  name: "segments",
  usage: "[ISU]",
  summary:
    "opens some of what an account may do in some segments only, such as learning topics, or ends that",
  run: segmentAccess,
  register: registerSegments,
};

/** Asks for access of an account by segments, or for its end: `<ISU> [tenant or security group]`. */
async function segmentAccess(parts: BotParts, call: Invocation, about: string): Promise<void> {
  await openAndFill(parts, { call, typed: `segments ${about}` }, async () => {
    const found = await findAccountPermissions(parts, call, { command: "segments", about });
    return found.ok ? begin(parts, call, found.value) : notice(found.error);
  });
}

/** What the form is filled with is kept: what is taken away is a part of it. */
async function begin(
  { deps }: BotParts,
  { by }: Invocation,
  { tenant, held }: AccountPermissions,
): Promise<Modal> {
  const id = deps.newRequestId();
  const raw = toRawSegments(tenant.name, held);
  await deps.store.keepDraft(id, { by, raw });
  return raw.kind === "segment"
    ? segmentsForm({ id, tenant, raw })
    : endSegmentsForm({ id, tenant, raw });
}

/** Both forms go on from what they were filled with. */
function registerSegments(app: App, parts: BotParts): void {
  registerSentForm(app, parts, {
    modal: modals.segments,
    parse: parseFormMetadata,
    read: ({ submission, kept }) => {
      if (kept?.kind !== "segment" && kept?.kind !== "end-segments") return undefined;
      const { catalogue } = parts.deps;
      const { raw, problems } = readEntered(kept, { inputs: submission.inputs, catalogue });
      return { raw, check: (tenant) => ({ ...checkEntered(raw, tenant), ...problems }) };
    },
  });
}

function readEntered(
  kept: Raw,
  entered: Entered,
): { readonly raw: Raw; readonly problems: FieldProblems } {
  if (kept.kind === "end-segments") {
    return { raw: { ...kept, ...endSegmentFields.read(entered) }, problems: {} };
  }
  const { otherDomains: _before, ...rest } = kept;
  const problems = segmentFields.findProblems?.(entered) ?? {};
  return { raw: { ...rest, ...segmentFields.read(entered) }, problems };
}

function checkEntered(raw: Raw, tenant: Tenant): FieldProblems {
  if (raw.kind === "end-segments") return checkWhy(raw);
  const parsed = parseSegments(raw, tenant);
  return parsed.ok ? {} : parsed.error;
}
