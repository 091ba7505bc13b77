import type { App } from "@slack/bolt";
import { withdrawal } from "../forms/reason-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseRequestMetadata } from "../payloads/metadata.ts";
import { parsePress, parseSubmission } from "../payloads/parse-payload.ts";
import { deciding } from "../request-views/checking.ts";
import type { BotParts } from "../slack/deps.ts";
import { recordClick } from "./decide.ts";
import { askReason } from "./reasons.ts";

/** *Withdraw* ends a request: a window asks first, and says to others at once that they cannot. */
export function registerWithdrawing(app: App, parts: BotParts): void {
  app.action(actions.askToWithdraw, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request } = parseRequestMetadata(press.value);
    await askReason(parts, press, { request, kind: "withdraw", view: withdrawal(request) });
  });
  app.view(modals.withdraw, async ({ ack, body }) => {
    const { id, by, viewId, metadata } = parseSubmission(body);
    const { request } = parseRequestMetadata(metadata);
    const answerTo = { kind: "view", viewId } as const;
    await recordClick(parts, { id, by, request, command: { kind: "withdraw" }, answerTo });
    await ack({ response_action: "update", view: deciding(request) });
  });
}
