import type { BotParts } from "./deps.ts";
import { readChannel } from "./read-channel.ts";
import { sayFault, sentences } from "../blocks/messages.ts";

/** Why the bot does not answer here; `undefined` where it does. The bot's own messages are always fine. */
export async function checkPlace(
  { slack }: Pick<BotParts, "slack">,
  channel: string,
): Promise<string | undefined> {
  if (channel.startsWith("D")) return undefined;
  const seen = await readChannel(slack, channel);
  if (seen.ok) return seen.value.isShared ? sentences.sharedChannel : undefined;
  const isHidden = ["channel_not_found", "missing_scope"].includes(seen.error.code);
  return isHidden ? sentences.unseenChannel : sayFault(seen.error);
}
