import type { Draft } from "./drafts.ts";
import { mentionsIn, mentionsInBlocks } from "./mentions.ts";
import type { Ephemeral, Message } from "./shown.ts";
import type { World } from "./world.ts";

interface Place {
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string | undefined;
  readonly isBroadcast?: boolean | undefined;
}

export function putMessage(world: World, draft: Draft, place: Place): Message {
  const message: Message = {
    kind: "message",
    channel: place.channel,
    ts: world.nextTs(),
    ...(place.threadTs === undefined ? {} : { threadTs: place.threadTs }),
    user: place.user,
    isFromBot: place.user === world.bot.userId,
    isEdited: false,
    isBroadcast: place.isBroadcast ?? false,
    ...draft,
  };
  world.messages.push(message);
  if (message.isFromBot) recordMentions(world, draft, place.channel);
  world.changed();
  return message;
}

/** Puts the new content in the message's place; the old object stays as it was. */
export function editMessage(world: World, message: Message, draft: Draft): Message {
  const { metadata: _, ...rest } = message;
  const edited: Message = { ...rest, ...draft, isEdited: true };
  const index = world.messages.findIndex((other) => isSame(other, message));
  world.messages.splice(index, 1, edited);
  recordMentions(world, draft, message.channel);
  world.changed();
  return edited;
}

export function removePosting(world: World, posting: Message | Ephemeral): void {
  const list: (Message | Ephemeral)[] =
    posting.kind === "message" ? world.messages : world.ephemerals;
  const index = list.findIndex((other) => isSame(other, posting));
  if (index >= 0) list.splice(index, 1);
  world.changed();
}

type ToWhom = Pick<Ephemeral, "channel" | "to" | "from"> & {
  readonly threadTs?: string | undefined;
};

export function putEphemeral(world: World, draft: Draft, whom: ToWhom): Ephemeral {
  const { threadTs, ...place } = whom;
  const ephemeral: Ephemeral = {
    kind: "ephemeral",
    ts: world.nextTs(),
    ...place,
    ...(threadTs === undefined ? {} : { threadTs }),
    text: draft.text,
    blocks: draft.blocks,
  };
  world.ephemerals.push(ephemeral);
  recordMentions(world, draft, place.channel);
  world.changed();
  return ephemeral;
}

export function editEphemeral(world: World, ephemeral: Ephemeral, draft: Draft): void {
  const edited: Ephemeral = { ...ephemeral, text: draft.text, blocks: draft.blocks };
  const index = world.ephemerals.findIndex((other) => isSame(other, ephemeral));
  if (index >= 0) world.ephemerals.splice(index, 1, edited);
  recordMentions(world, draft, ephemeral.channel);
  world.changed();
}

export function findMessage(world: World, channel: string, ts: string): Message | undefined {
  return world.messages.find((message) => message.channel === channel && message.ts === ts);
}

function isSame(one: Message | Ephemeral, other: Message | Ephemeral): boolean {
  return one.channel === other.channel && one.ts === other.ts;
}

function recordMentions(world: World, draft: Draft, channel: string): void {
  world.mentions.push(...mentionsIn(draft.text, channel));
  world.mentions.push(...mentionsInBlocks(draft.blocks, channel));
}
