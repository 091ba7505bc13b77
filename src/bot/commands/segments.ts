import type { App } from "@slack/bolt";
import { checkWhy } from "../../flows/intake/parse-draft.ts";
import { parseSegments } from "../../flows/intake/parse-segments.ts";
import {
  type RawEndSegments,
  type RawSegment,
  toRawSegments,
} from "../../flows/model/raw-segments.ts";
import type { Field, FieldProblems } from "../../flows/request/draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { notice } from "../blocks/notice.ts";
import { readForm } from "../forms/read-form.ts";
import { endSegmentsForm, segmentsForm } from "../forms/segments-form.ts";
import { modals } from "../payloads/action-ids.ts";
import { type FormMetadata, parseFormMetadata } from "../payloads/metadata.ts";
import { type Invocation, type Submission, textIn } from "../payloads/parse-payload.ts";
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
    read: ({ submission, carried, kept }) => {
      if (kept?.kind !== "segment" && kept?.kind !== "end-segments") return undefined;
      const { raw, problems } = readEntered(kept, submission, { carried, deps: parts.deps });
      return { raw, check: (tenant) => ({ ...checkEntered(raw, tenant), ...problems }) };
    },
  });
}

function readEntered(
  kept: Raw,
  { inputs }: Submission,
  { carried, deps }: { readonly carried: FormMetadata; readonly deps: BotParts["deps"] },
): { readonly raw: Raw; readonly problems: FieldProblems } {
  const { raw: form, problems } = readForm(inputs, carried, deps.catalogue);
  const why = { reason: form.reason, ticket: form.ticket };
  if (kept.kind === "end-segments") {
    return {
      raw: { ...kept, isRestored: choiceIn(inputs, "isRestored") !== "taken", ...why },
      problems,
    };
  }
  const { otherDomains: _before, ...rest } = kept;
  const { domains, otherDomains } = form;
  const raw: RawSegment = {
    ...rest,
    segmentKind: toKind(choiceIn(inputs, "segmentKind")),
    segmentNames: textIn(inputs, "segmentNames"),
    segmentId: textIn(inputs, "segmentId"),
    content: textIn(inputs, "content"),
    segmentGroup: textIn(inputs, "segmentGroup"),
    segmentInactive: (inputs.get("segmentInactive")?.selected_options ?? []).length > 0,
    domains,
    ...(otherDomains !== undefined && { otherDomains }),
    ...why,
  };
  return { raw, problems };
}

function checkEntered(raw: Raw, tenant: Tenant): FieldProblems {
  if (raw.kind === "end-segments") return checkWhy(raw);
  const parsed = parseSegments(raw, tenant);
  return parsed.ok ? {} : parsed.error;
}

function toKind(chosen: string): RawSegment["segmentKind"] {
  return chosen === "categories" || chosen === "existing" ? chosen : "topics";
}

function choiceIn(inputs: Submission["inputs"], field: Field): string {
  return inputs.get(field)?.selected_option?.value ?? "";
}
