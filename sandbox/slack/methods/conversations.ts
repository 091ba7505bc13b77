import { z } from "zod";
import { findDirect, openDirect } from "../conversations.ts";
import { isRefused, refuse } from "../reply.ts";
import type { Channel, World } from "../world.ts";
import { readableChannel } from "./channel.ts";
import { defineMethod, Flag, Id, PageArguments, pageOf } from "./method.ts";

/**
 * Opens the conversation with one person. Conversations of several are not emulated.
 *
 * @see Slack: conversations.open
 */
export const openConversation = defineMethod({
  name: "conversations.open",
  scope: "im:write",
  args: { users: z.string().optional(), return_im: Flag },
  run: (world, args) => {
    const [id, ...others] = (args.users ?? "").split(",").filter((user) => user !== "");
    if (id === undefined) return refuse("users_list_not_supplied");
    if (others.length > 0) return refuse("missing_scope", { needed: "mpim:write" });
    const person = world.people.get(id);
    if (person === undefined) return refuse("user_not_found");
    if (person.isDeactivated === true) return refuse("user_disabled");
    if (person.isBot === true) return refuse("cannot_dm_bot");

    const isOpen = findDirect(world, id) !== undefined;
    const channel = openDirect(world, id);
    return {
      ok: true,
      ...(isOpen ? { no_op: true, already_open: true } : {}),
      channel: args.return_im === true ? toSlackChannel(world, channel) : { id: channel.id },
    };
  },
});

/** @see Slack: conversations.info */
export const conversationInfo = defineMethod({
  name: "conversations.info",
  args: { channel: Id, include_num_members: Flag, include_locale: Flag },
  run: (world, args) => {
    const channel = readableChannel(world, args.channel, "read");
    if (isRefused(channel)) return channel;
    const count =
      args.include_num_members === true ? { num_members: membersOf(world, channel).length } : {};
    return { ok: true, channel: { ...toSlackChannel(world, channel), ...count } };
  },
});

/** @see Slack: conversations.members */
export const conversationMembers = defineMethod({
  name: "conversations.members",
  args: { channel: Id, ...PageArguments },
  run: (world, args) => {
    const channel = readableChannel(world, args.channel, "read");
    if (isRefused(channel)) return channel;
    const page = pageOf(membersOf(world, channel), args, (id) => id);
    if (isRefused(page)) return page;
    return { ok: true, members: page.items, response_metadata: { next_cursor: page.next } };
  },
});

function membersOf(world: World, channel: Channel): readonly string[] {
  return [...channel.members, ...(channel.hasBot ? [world.bot.userId] : [])];
}

function toSlackChannel(world: World, channel: Channel): Readonly<Record<string, unknown>> {
  if (channel.kind === "im") {
    return { id: channel.id, is_im: true, is_archived: false, user: channel.members[0] };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === "public",
    is_group: channel.kind === "private",
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === "private",
    is_archived: channel.isArchived,
    is_member: channel.hasBot,
    is_general: false,
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_org_shared: false,
    is_pending_ext_shared: channel.isPendingExtShared,
    context_team_id: world.team.id,
  };
}
