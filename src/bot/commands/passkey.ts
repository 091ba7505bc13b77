import type { App } from "@slack/bolt";
import type { PasskeyOrder } from "../../flows/ports/passkeys.ts";
import type { Message } from "../blocks/block.ts";
import { pageRefusals, refusals } from "../blocks/messages.ts";
import { actions } from "../payloads/action-ids.ts";
import { parsePasskeyMetadata } from "../payloads/metadata.ts";
import { type Invocation, parsePress } from "../payloads/parse-payload.ts";
import { linkToPage, ownPasskeys } from "../request-views/passkeys.ts";
import { checkChannel } from "../slack/check-channel.ts";
import type { BotParts } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { SlashCommand } from "./command.ts";

export const passkey: SlashCommand = {
  name: "passkey",
  usage: "",
  example: "",
  summary: "register your passkey",
  more: "Registers the passkey that some tenants ask their approvers for.",
  run: runPasskey,
  register: registerPasskeys,
};

/** Confirm and Refuse, on somebody's new passkey. Confirm decides nothing: it gives a link to the page that does. */
function registerPasskeys(app: App, parts: BotParts): void {
  app.action(actions.confirmPasskey, async ({ ack, body, action }) => {
    await ack();
    const { by, value, responseUrl } = parsePress(body, action);
    const link = await parts.deps.passkeys.inviteToConfirm(
      by,
      parsePasskeyMetadata(value).credential,
    );
    const words = link.ok
      ? linkToPage(link.value, "Confirm it with your own passkey")
      : { ...refusals, ...pageRefusals }[link.error];
    if (responseUrl !== undefined) await tellPrivately(parts, responseUrl, toMessage(words));
  });
  // Refusing makes nothing count, so the press decides: it is written down, then acknowledged.
  app.action(actions.refusePasskey, async ({ ack, body, action }) => {
    const { id, by, value, responseUrl } = parsePress(body, action);
    const where = responseUrl === undefined ? {} : { responseUrl };
    const order: PasskeyOrder = { id, by, ...parsePasskeyMetadata(value), ...where };
    await parts.deps.engine.start("passkey", id, JSON.stringify(order));
    await ack();
  });
}

/** Answers privately how the asker's passkeys stand, with links to register one. */
async function runPasskey(parts: BotParts, call: Invocation): Promise<void> {
  await tellPrivately(parts, call.responseUrl, await toAnswer(parts, call));
}

async function toAnswer(parts: BotParts, { by, channel }: Invocation): Promise<Message> {
  const place = await checkChannel(parts, channel);
  if (place !== undefined) return toMessage(place);
  const own = await parts.deps.passkeys.inviteToEnrol(by);
  return own.ok ? ownPasskeys(own.value) : toMessage({ ...refusals, ...pageRefusals }[own.error]);
}
