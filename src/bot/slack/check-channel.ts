import { describeFault, messages } from "../blocks/messages.ts";
import type { BotParts } from "./deps.ts";

/** Why the bot does not answer here; `undefined` where it does. The bot's own messages are always fine. */
export async function checkChannel(
  { lookAtChannel }: Pick<BotParts, "lookAtChannel">,
  channel: string,
): Promise<string | undefined> {
  if (channel.startsWith("D")) return undefined;
  const seen = await lookAtChannel(channel);
  if (seen.ok) return seen.value.isShared ? messages.sharedChannel : undefined;
  const isHidden = ["channel_not_found", "missing_scope", "unreadable"].includes(seen.error.code);
  return isHidden ? messages.unseenChannel : describeFault(seen.error);
}
