import { canSee } from "./conversations.ts";
import { repliesTo } from "./methods/message-shape.ts";
import type { Ephemeral, Message, View } from "./shown.ts";
import { stackOf } from "./views.ts";
import type { PersonSpec } from "./workspace.ts";
import type { Channel, World } from "./world.ts";

export interface Snapshot {
  readonly team: { readonly id: string; readonly name: string };
  readonly you: PersonSpec;
  readonly people: readonly PersonSpec[];
  /** The person's own conversation with the app comes last, once there is one. */
  readonly channels: readonly SnapshotChannel[];
  /** The stack of modals, the top last. */
  readonly views: readonly View[];
  readonly home?: View;
}

interface SnapshotChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly isArchived: boolean;
  readonly isExtShared: boolean;
  readonly hasBot: boolean;
  readonly members: readonly string[];
  readonly messages: readonly (Message & { readonly replies: readonly Message[] })[];
  readonly ephemerals: readonly Ephemeral[];
}

/** What one person sees of the workspace, as plain JSON. */
export function snapshotFor(world: World, id: string): Snapshot {
  const you: PersonSpec = world.people.get(id) ?? { id, name: id };
  const home = world.homes.get(id);
  const channels = [...world.channels.values()].filter((channel) => canSee(world, channel, id));
  return {
    team: { id: world.team.id, name: world.team.name },
    you,
    people: [...world.people.values()],
    channels: channels.map((channel) => toSnapshot(world, channel, id)),
    views: stackOf(world, id),
    ...(home === undefined ? {} : { home }),
  };
}

function toSnapshot(world: World, channel: Channel, person: string): SnapshotChannel {
  const messages = world.messages.filter(
    (message) =>
      message.channel === channel.id && (message.threadTs === undefined || message.isBroadcast),
  );
  return {
    ...channel,
    messages: messages.map((message) => ({ ...message, replies: repliesTo(world, message) })),
    ephemerals: world.ephemerals.filter(
      (ephemeral) => ephemeral.channel === channel.id && ephemeral.to === person,
    ),
  };
}
