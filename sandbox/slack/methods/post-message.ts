import { z } from "zod";
import { readDraft } from "../drafts.ts";
import { findMessage, putEphemeral, putMessage } from "../postings.ts";
import { isRefused, refuse } from "../reply.ts";
import type { World } from "../world.ts";
import { postableChannel } from "./channel.ts";
import { toSlackMessage } from "./message-shape.ts";
import { defineMethod, Flag, Id, Json } from "./method.ts";

const content = {
  channel: Id,
  text: z.string().optional(),
  blocks: Json.optional(),
  thread_ts: z.string().optional(),
  mrkdwn: Flag,
};

/** @see Slack: chat.postMessage */
export const postMessage = defineMethod({
  name: "chat.postMessage",
  scope: "chat:write",
  args: {
    ...content,
    metadata: Json.optional(),
    reply_broadcast: Flag,
    unfurl_links: Flag,
    unfurl_media: Flag,
  },
  run: (world, args) => {
    const channel = postableChannel(world, args.channel);
    if (isRefused(channel)) return channel;
    if (!canReplyTo(world, channel.id, args.thread_ts)) return refuse("cannot_reply_to_message");
    const draft = readDraft(world, args);
    if (isRefused(draft)) return draft;

    const message = putMessage(world, draft, {
      channel: channel.id,
      user: world.bot.userId,
      threadTs: args.thread_ts,
      isBroadcast: args.reply_broadcast,
    });
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      message: toSlackMessage(world, message, true),
    };
  },
});

/** @see Slack: chat.postEphemeral */
export const postEphemeral = defineMethod({
  name: "chat.postEphemeral",
  scope: "chat:write",
  args: { ...content, user: Id },
  run: (world, args) => {
    const channel = postableChannel(world, args.channel);
    if (isRefused(channel)) return channel;
    if (!channel.members.includes(args.user)) return refuse("user_not_in_channel");
    if (!canReplyTo(world, channel.id, args.thread_ts)) return refuse("cannot_reply_to_message");
    const draft = readDraft(world, args);
    if (isRefused(draft)) return draft;

    const { ts } = putEphemeral(world, draft, {
      channel: channel.id,
      to: args.user,
      from: "bot",
      threadTs: args.thread_ts,
    });
    return { ok: true, message_ts: ts };
  },
});

/** A thread hangs on a message that is there and is no reply itself. */
function canReplyTo(world: World, channel: string, threadTs: string | undefined): boolean {
  if (threadTs === undefined) return true;
  const parent = findMessage(world, channel, threadTs);
  return parent !== undefined && parent.threadTs === undefined;
}
