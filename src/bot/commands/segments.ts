import type { App } from "@slack/bolt";
import { toRawSegments } from "../../flows/model/raw-segments.ts";
import type { Modal } from "../blocks/block.ts";
import { notice } from "../blocks/notice.ts";
import { formFor, readKept } from "../kinds/kinds.ts";
import { modals } from "../payloads/action-ids.ts";
import { parseFormMetadata } from "../payloads/metadata.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import { registerSentForm } from "../plan-review/form-submission.ts";
import { toEntered } from "../plan-review/typed-before.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { SlashCommand } from "./command.ts";
import { type AccountPermissions, findAccountPermissions } from "./find-account-permissions.ts";

export const segments: SlashCommand = {
  name: "segments",
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "access in some segments",
  more: "Opens some of what an account may do in some segments only, such as learning topics, or ends that.",
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
  return formFor({ id, tenant, raw });
}

/** Both forms go on from what they were filled with. */
function registerSegments(app: App, parts: BotParts): void {
  registerSentForm(app, parts, {
    modal: modals.segments,
    parse: parseFormMetadata,
    read: ({ submission: { inputs }, carried, kept }) =>
      readKept(modals.segments, kept, toEntered(parts, inputs, carried)),
  });
}
