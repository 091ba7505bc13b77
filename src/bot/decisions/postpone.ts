import type { App } from "@slack/bolt";
import type { Request } from "../../flows/request/request.ts";
import { count } from "../../flows/text/count.ts";
import { postponement } from "../forms/reason-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseCardMetadata } from "../payloads/metadata.ts";
import { parsePress, parseSubmission } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { askReason, readReason, recordReason } from "./reasons.ts";

/** *Not now* may say why, and decides nothing. */
export function registerPostponing(app: App, parts: BotParts): void {
  app.action(actions.postpone, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request: id, digest } = parseCardMetadata(press.value);
    const waiting = nameWaiting(await parts.deps.store.find(id));
    const view = postponement(id, digest, waiting);
    await askReason(parts, press, { request: id, kind: "postpone", view });
  });
  app.view(modals.postpone, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const { request, digest } = parseCardMetadata(submission.metadata);
    const reason = readReason(submission);
    const command = { kind: "postpone", digest, ...(reason !== "" && { reason }) } as const;
    await ack(await recordReason(parts, submission, { request, command, isOptional: true }));
  });
}

function nameWaiting(request: Request | undefined): string {
  const { length } = request?.members ?? [];
  if (length === 0) return "the request goes on waiting";
  return length === 1
    ? "the one request of the release goes on waiting"
    : `all ${count(length, "request")} of the release go on waiting`;
}
