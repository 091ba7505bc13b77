import type { Message } from "../shown.ts";
import type { World } from "../world.ts";

/** A message as the Web API and the payloads show it. */
export function toSlackMessage(
  world: World,
  message: Message,
  hasMetadata = false,
): Readonly<Record<string, unknown>> {
  const { bot, team } = world;
  return {
    type: "message",
    user: message.user,
    team: team.id,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.isFromBot ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    ...(message.isEdited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.isBroadcast ? { subtype: "thread_broadcast" } : {}),
    ...threadOf(world, message),
    ...(hasMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}

function threadOf(world: World, message: Message): Readonly<Record<string, unknown>> {
  if (message.threadTs !== undefined) return { thread_ts: message.threadTs };
  const replies = repliesTo(world, message);
  const latest = replies.at(-1);
  if (latest === undefined) return {};
  return { thread_ts: message.ts, reply_count: replies.length, latest_reply: latest.ts };
}

export function repliesTo(world: World, message: Message): readonly Message[] {
  return world.messages.filter(
    (other) => other.channel === message.channel && other.threadTs === message.ts,
  );
}
