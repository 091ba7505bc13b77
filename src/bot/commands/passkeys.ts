import type { App } from "@slack/bolt";
import type { PasskeyOrder } from "../../flows/ports/passkeys.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseOfPasskey } from "../payloads/metadata.ts";
import { checkPlace } from "../slack/check-channel.ts";
import type { BotParts } from "../slack/deps.ts";
import { type CommandCall, readPress } from "../payloads/parse-payload.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { Message } from "../blocks/block.ts";
import { linkToPage, ownPasskeys } from "../request-views/passkeys.ts";
import { pageRefusals, refusals } from "../blocks/messages.ts";

/** Confirm and Refuse, on somebody's new passkey. Confirm decides nothing: it gives a link to the page that does. */
export function registerPasskeys(app: App, parts: BotParts): void {
  app.action(actions.confirmPasskey, async ({ ack, body, action }) => {
    await ack();
    const { by, value, responseUrl } = readPress(body, action);
    const link = await parts.deps.passkeys.inviteToConfirm(by, parseOfPasskey(value).credential);
    const words = link.ok
      ? linkToPage(link.value, "Confirm it with your own passkey")
      : { ...refusals, ...pageRefusals }[link.error];
    if (responseUrl !== undefined) await tellPrivately(parts, responseUrl, toMessage(words));
  });
  // Refusing makes nothing count, so the press decides: it is written down, then acknowledged.
  app.action(actions.refusePasskey, async ({ ack, body, action }) => {
    const { id, by, value, responseUrl } = readPress(body, action);
    const where = responseUrl === undefined ? {} : { responseUrl };
    const order: PasskeyOrder = { id, by, ...parseOfPasskey(value), ...where };
    await parts.deps.engine.start("passkey", id, JSON.stringify(order));
    await ack();
  });
}

/** Answers privately how the asker's passkeys stand, with links to register one. */
export async function answerPasskey(parts: BotParts, call: CommandCall): Promise<void> {
  await tellPrivately(parts, call.responseUrl, await toAnswer(parts, call));
}

async function toAnswer(parts: BotParts, { by, channel }: CommandCall): Promise<Message> {
  const place = await checkPlace(parts, channel);
  if (place !== undefined) return toMessage(place);
  const own = await parts.deps.passkeys.inviteToEnrol(by);
  return own.ok ? ownPasskeys(own.value) : toMessage({ ...refusals, ...pageRefusals }[own.error]);
}
