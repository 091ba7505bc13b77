import type { Channel, World } from "./world.ts";

/** The person's own conversation with the app, opened when there is none. */
export function openDirect(world: World, person: string): Channel {
  const open = findDirect(world, person);
  if (open !== undefined) return open;

  const channel: Channel = {
    id: world.nextId("D"),
    name: "directmessage",
    kind: "im",
    isArchived: false,
    isExtShared: false,
    isPendingExtShared: false,
    members: [person],
    hasBot: true,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export function findDirect(world: World, person: string): Channel | undefined {
  return [...world.channels.values()].find(
    ({ kind, members }) => kind === "im" && members[0] === person,
  );
}

/** Finds a channel for a test or the page, which may name it. */
export function channelNamed(world: World, idOrName: string): Channel {
  const name = idOrName.replace(/^#/, "");
  const found = [...world.channels.values()].find(
    (channel) => channel.id === name || (channel.kind !== "im" && channel.name === name),
  );
  if (found === undefined) throw new Error(`no channel ${idOrName}`);
  return found;
}

/** Whether a person sees the channel: anyone of the workspace looks into a public one. */
export function canSee(world: World, channel: Channel, person: string): boolean {
  if (channel.members.includes(person)) return true;
  return channel.kind === "public" && world.people.get(person)?.teamId === undefined;
}
