import { describeFault, messages } from "../blocks/messages.ts";
import type { BotParts } from "./deps.ts";
import { readChannel } from "./read-channel.ts";

/** Why the bot does not answer here; `undefined` where it does. The bot's own messages are always fine. */
export async function checkChannel(
  { slack }: Pick<BotParts, "slack">,
  channel: string,
): Promise<string | undefined> {
  if (channel.startsWith("D")) return undefined;
  const seen = await readChannel(slack, channel);
  if (seen.ok) return seen.value.isShared ? messages.sharedChannel : undefined;
  const isHidden = ["channel_not_found", "missing_scope"].includes(seen.error.code);
  return isHidden ? messages.unseenChannel : describeFault(seen.error);
}
