import type { App } from "@slack/bolt";
import { findReadable } from "../../flows/authorization/read-access.ts";
import { parseRequestId, type RequestId } from "../../flows/model/ids.ts";
import { judgeTrail } from "../../flows/ports/audit.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Message } from "../blocks/block.ts";
import { noSuchTrail, showTrail, whichTrail } from "../list-views/audit.ts";
import { describeReadRefusal } from "../list-views/read-refusals.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseAuditMetadata } from "../payloads/metadata.ts";
import { parsePress } from "../payloads/parse-payload.ts";
import { type Caller, refuseCaller, toCaller } from "../slack/caller.ts";
import type { BotParts } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { SlashCommand } from "./command.ts";

export const audit: SlashCommand = {
  name: "audit",
  usage: "[request]",
  example: "ISU-7K3M9QXV",
  summary: "a request's audit trail",
  more: "Shows a request's audit trail and whether it is intact, to auditors.",
  run: (parts, call, about) => answerAudit(parts, call, { about, from: 0 }),
  register: registerAudit,
};

/** The button that goes on with a trail: who may read, and the seals, are looked at again. */
function registerAudit(app: App, parts: BotParts): void {
  app.action(actions.nextEntries, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request, from } = parseAuditMetadata(press.value);
    await answerAudit(parts, toCaller(press), { about: request, from });
  });
}

/** Answers an auditor privately. To everybody else no request has a trail. */
async function answerAudit(
  parts: BotParts,
  asker: Caller,
  wanted: { readonly about: string; readonly from: number },
): Promise<void> {
  await tellPrivately(parts, asker.responseUrl, await toAnswer(parts, asker, wanted));
}

async function toAnswer(
  parts: BotParts,
  asker: Caller,
  { about, from }: { readonly about: string; readonly from: number },
): Promise<Message> {
  const { deps, directory } = parts;
  const refused = await refuseCaller(parts, asker);
  if (refused !== undefined) return toMessage(refused);
  const asked = { by: asker.by, reading: "audit" } as const;
  const readable = await findReadable(directory, asked, deps.tenants);
  if (!readable.ok) return toMessage(describeReadRefusal(readable.error, "audit", deps.tenants));
  const id = parseRequestId(about);
  if (!id.ok) return whichTrail(about);
  const request = await deps.store.find(id.value);
  const tenant = readable.value.tenants.find(({ name }) => name === request?.draft.tenant);
  if (tenant === undefined) return noSuchTrail(id.value);
  return readTrail(parts, { request: id.value, tenant }, from);
}

async function readTrail(
  { deps }: BotParts,
  { request, tenant }: { readonly request: RequestId; readonly tenant: Tenant },
  from: number,
): Promise<Message> {
  const story = await deps.store.readStory(request);
  const lines = await deps.audit.read(request);
  const verdict = judgeTrail(await deps.audit.verify(), lines, story);
  if (verdict.kind === "intact") deps.log.info({ request }, "audit trail read");
  else deps.log.error({ request }, "the audit trail is not as it was written");
  return showTrail({ request, lines, verdict, from, tenant });
}
