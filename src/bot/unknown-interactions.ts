import type { App } from "@slack/bolt";
import { z } from "zod";
import { messages } from "./blocks/messages.ts";
import { notice } from "./blocks/notice.ts";
import { actions, modals } from "./payloads/action-ids.ts";
import { parsePress } from "./payloads/parse-payload.ts";
import type { BotParts } from "./slack/deps.ts";
import { toMessage } from "./slack/send-directly.ts";
import { updateView } from "./slack/show-view.ts";
import { tellPrivately } from "./slack/tell-privately.ts";

const knownActions = new Set<string>(Object.values(actions));
const knownModals = new Set<string>(Object.values(modals));

const Named = z.object({ action_id: z.string() });

/** Nothing that anybody presses or sends hangs: what the bot does not know, it says so about. */
export function registerCatchAll(app: App, parts: BotParts): void {
  app.action(/.*/, async ({ ack, body, action }) => {
    const { action_id: id } = Named.parse(action);
    if (knownActions.has(id) && id !== actions.openLink && id !== actions.input) return;
    await ack();
    if (!knownActions.has(id)) await describeUnknown(parts, body, action);
  });
  app.view(/.*/, async ({ ack, view }) => {
    if (knownModals.has(view.callback_id)) return;
    await ack({ response_action: "update", view: notice(messages.unknownInput) });
  });
  app.options(/.*/, async ({ ack, payload }) => {
    if (!knownActions.has(payload.action_id)) await ack({ options: [] });
  });
  app.shortcut(/.*/, async ({ ack }) => {
    await ack();
  });
}

async function describeUnknown(parts: BotParts, body: unknown, action: unknown): Promise<void> {
  const { responseUrl, view } = parsePress(body, action);
  const words = messages.unknownButton;
  if (responseUrl !== undefined) await tellPrivately(parts, responseUrl, toMessage(words));
  else if (view !== undefined) await updateView(parts, view, notice(words));
}
