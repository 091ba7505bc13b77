import { z } from "zod";
import type { BotParts } from "./deps.ts";
import { callSlack } from "./slack-call.ts";
import { sayFault, sentences } from "./views/words.ts";

const Channel = z.object({
  channel: z.object({
    is_ext_shared: z.boolean().optional(),
    is_pending_ext_shared: z.boolean().optional(),
  }),
});

/** Why the bot does not answer here; `undefined` where it does. The bot's own messages are always fine. */
export async function checkPlace(
  { slack }: Pick<BotParts, "slack">,
  channel: string,
): Promise<string | undefined> {
  if (channel.startsWith("D")) return undefined;
  const info = await callSlack(() => slack.repeating.conversations.info({ channel }), Channel);
  if (!info.ok) {
    const isHidden = ["channel_not_found", "missing_scope"].includes(info.error.code);
    return isHidden ? sentences.unseenChannel : sayFault(info.error);
  }
  const { is_ext_shared: isShared, is_pending_ext_shared: isInvited } = info.value.channel;
  return isShared === true || isInvited === true ? sentences.sharedChannel : undefined;
}
