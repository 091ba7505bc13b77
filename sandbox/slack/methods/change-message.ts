import { z } from "zod";
import { type Draft, readBlocks, readDraft, readMetadata } from "../drafts.ts";
import { editMessage, findMessage, removePosting } from "../postings.ts";
import { isRefused, type Refused, refuse } from "../reply.ts";
import type { Message } from "../shown.ts";
import type { World } from "../world.ts";
import { knownChannel } from "./channel.ts";
import { repliesTo, toSlackMessage } from "./message-shape.ts";
import { defineMethod, Flag, Id, Json } from "./method.ts";

/** @see Slack: chat.update */
export const updateMessage = defineMethod({
  name: "chat.update",
  scope: "chat:write",
  args: {
    channel: Id,
    ts: Id,
    text: z.string().optional(),
    blocks: Json.optional(),
    metadata: Json.optional(),
    unfurl_links: Flag,
    unfurl_media: Flag,
  },
  run: (world, args) => {
    const message = ownMessage(world, args.channel, args.ts);
    if (isRefused(message)) return refuse(changeError(message, "cant_update_message"));
    const draft = revise(world, message, args);
    if (isRefused(draft)) return draft;

    const edited = editMessage(world, message, draft);
    return {
      ok: true,
      channel: edited.channel,
      ts: edited.ts,
      text: edited.text,
      message: toSlackMessage(world, edited, true),
    };
  },
});

/** @see Slack: chat.delete */
export const deleteMessage = defineMethod({
  name: "chat.delete",
  scope: "chat:write",
  args: { channel: Id, ts: Id },
  run: (world, args) => {
    const message = ownMessage(world, args.channel, args.ts);
    if (isRefused(message)) return refuse(changeError(message, "cant_delete_message"));

    for (const reply of repliesTo(world, message)) removePosting(world, reply);
    removePosting(world, message);
    return { ok: true, channel: args.channel, ts: args.ts };
  },
});

/** @see Slack: chat.getPermalink */
export const getPermalink = defineMethod({
  name: "chat.getPermalink",
  args: { channel: Id, message_ts: Id },
  run: (world, args) => {
    const channel = knownChannel(world, args.channel);
    if (isRefused(channel)) return channel;
    const message = findMessage(world, channel.id, args.message_ts);
    if (message === undefined) return refuse("message_not_found");

    const place = `archives/${channel.id}/p${message.ts.replace(".", "")}`;
    const thread =
      message.threadTs === undefined ? "" : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
    return {
      ok: true,
      channel: channel.id,
      permalink: `https://${world.team.domain}.slack.com/${place}${thread}`,
    };
  },
});

function ownMessage(world: World, channelId: string, ts: string): Message | Refused {
  const channel = knownChannel(world, channelId);
  if (isRefused(channel)) return channel;
  const message = findMessage(world, channel.id, ts);
  if (message === undefined) return refuse("message_not_found");
  if (!message.isFromBot) return refuse("not_own");
  if (channel.isArchived) return refuse("is_inactive");
  return message;
}

function changeError(refused: Refused, notOwn: string): string {
  return refused.error === "not_own" ? notOwn : refused.error;
}

interface Revision {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
}

/** Blocks and metadata that are left out stay; an empty list or object takes them away. */
function revise(world: World, message: Message, args: Revision): Draft | Refused {
  const blocks = readBlocks(world, args.blocks);
  if (isRefused(blocks)) return blocks;
  const isCleared = JSON.stringify(args.metadata) === "{}";
  const metadata = isCleared ? undefined : readMetadata(args.metadata);
  if (isRefused(metadata)) return metadata;
  const draft = readDraft(world, { text: args.text });
  if (isRefused(draft)) return draft;

  const kept = isCleared ? undefined : (metadata ?? message.metadata);
  return {
    text: draft.text,
    blocks: blocks ?? message.blocks,
    ...(kept === undefined ? {} : { metadata: kept }),
  };
}
