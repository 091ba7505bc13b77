import { openDirect } from "../conversations.ts";
import { isRefused, type Refused, refuse } from "../reply.ts";
import type { Channel, World } from "../world.ts";
import { lacks } from "./method.ts";

/** Finds a channel the bot may know of. Names are not taken, only ids. */
export function knownChannel(world: World, id: string): Channel | Refused {
  const channel = world.channels.get(id);
  if (channel === undefined || world.deletedChannels.has(id)) return refuse("channel_not_found");
  if (channel.kind !== "public" && !channel.hasBot) return refuse("channel_not_found");
  return channel;
}

/** Finds the channel to post to; a person's id means the conversation with them. */
export function postableChannel(world: World, id: string): Channel | Refused {
  const person = world.people.get(id);
  if (person?.isDeactivated === true || person?.isBot === true) return refuse("channel_not_found");
  const channel = person === undefined ? knownChannel(world, id) : openDirect(world, id);
  if (isRefused(channel)) return channel;
  if (channel.isArchived) return refuse("is_archived");
  if (!channel.hasBot) return refuse("not_in_channel");
  return channel;
}

/** Which scope a method needs depends on the kind of channel. */
function scopeFor(channel: Channel, verb: "read" | "history"): string {
  const family = { public: "channels", private: "groups", im: "im" }[channel.kind];
  return `${family}:${verb}`;
}

export function readableChannel(
  world: World,
  id: string,
  verb: "read" | "history",
): Channel | Refused {
  const channel = knownChannel(world, id);
  if (isRefused(channel)) return channel;
  const missing = lacks(world, scopeFor(channel, verb));
  if (missing !== undefined) return missing;
  if (verb === "history" && !channel.hasBot) return refuse("not_in_channel");
  return channel;
}
