import { channelNamed } from "./conversations.ts";
import { type Fault, planFault } from "./faults.ts";
import { idOf } from "./people/named.ts";
import type { Channel, World } from "./world.ts";

/** What happens to a workspace, and to the bot in it, without the bot. */
export interface Controls {
  /** Lets a call of the Web API go wrong. */
  failNext(fault: Fault): void;
  /** Drops the faults that nothing has met yet. */
  clearFaults(): void;
  /** Hands the next payload over twice, the second time as a repeat. */
  deliverTwice(how?: { readonly isAtOnce?: boolean }): void;
  /** `apps.connections.open` answers `invalid_auth`, until it is called with `false`. Open sockets stay. */
  refuseAppToken(isRefused?: boolean): void;
  /** Every call with the bot token answers `token_revoked`, until it is called with `false`. */
  revokeBotToken(isRevoked?: boolean): void;
  /** Gives the bot another token: the one before is none any more. */
  exchangeBotToken(token: string): void;
  setUserGroupsAvailable(isAvailable: boolean): void;
  setGroupMembers(group: string, users: readonly string[]): void;
  /** Nobody can tell who is in this one group (`no_such_subteam`), until it is called with `false`. */
  hideGroup(group: string, isHidden?: boolean): void;
  /** `is_archived` for a post, `is_inactive` for an edit. */
  archive(channel: string): void;
  /** Takes the bot out of a channel: `not_in_channel`, or `channel_not_found` for a private one. */
  remove(channel: string): void;
  /** `channel_not_found` for everything that the bot does in it. A test still sees what stood there. */
  deleteChannel(channel: string): void;
  /** Undoes the three above: the channel is there, in use, and the bot is in it. */
  giveBack(channel: string): void;
  /** Shares a channel with another company, invites one, or ends it. */
  share(channel: string, how: "shared" | "invited" | "alone"): void;
  deactivate(person: string): void;
}

export function createControls(world: World): Controls {
  return {
    ...tokenControls(world),
    ...groupControls(world),
    ...channelControls(world),
    ...others(world),
  };
}

function tokenControls(
  world: World,
): Pick<Controls, "refuseAppToken" | "revokeBotToken" | "exchangeBotToken"> {
  return {
    exchangeBotToken: (token) => {
      world.botToken = token;
    },
    refuseAppToken: (isRefused = true) => {
      world.isAppTokenRefused = isRefused;
    },
    revokeBotToken: (isRevoked = true) => {
      world.isBotTokenRevoked = isRevoked;
    },
  };
}

function groupControls(
  world: World,
): Pick<Controls, "setUserGroupsAvailable" | "setGroupMembers" | "hideGroup"> {
  return {
    setUserGroupsAvailable: (isAvailable) => {
      world.areGroupsAvailable = isAvailable;
    },
    setGroupMembers: (group, users) => {
      const spec = world.groups.get(group);
      if (spec === undefined) throw new Error(`no user group ${group}`);
      world.groups.set(group, { ...spec, users });
    },
    hideGroup: (group, isHidden = true) => {
      if (!world.groups.has(group)) throw new Error(`no user group ${group}`);
      if (isHidden) world.hiddenGroups.add(group);
      else world.hiddenGroups.delete(group);
    },
  };
}

function channelControls(
  world: World,
): Pick<Controls, "archive" | "remove" | "deleteChannel" | "giveBack" | "share"> {
  function change(named: string, to: Partial<Channel>): void {
    const channel = channelNamed(world, named);
    world.channels.set(channel.id, { ...channel, ...to });
    world.changed();
  }
  return {
    archive: (named) => change(named, { isArchived: true }),
    remove: (named) => change(named, { hasBot: false }),
    deleteChannel: (named) => {
      world.deletedChannels.add(channelNamed(world, named).id);
    },
    giveBack: (named) => {
      world.deletedChannels.delete(channelNamed(world, named).id);
      change(named, { isArchived: false, hasBot: true });
    },
    share: (named, how) =>
      change(named, { isExtShared: how === "shared", isPendingExtShared: how === "invited" }),
  };
}

function others(
  world: World,
): Pick<Controls, "failNext" | "clearFaults" | "deliverTwice" | "deactivate"> {
  return {
    failNext: (fault) => planFault(world.faults, fault),
    clearFaults: () => void world.faults.splice(0),
    deliverTwice: ({ isAtOnce = false } = {}) => {
      world.repeats.push({ isAtOnce });
    },
    deactivate: (named) => {
      const id = idOf(world, named);
      const person = world.people.get(id);
      if (person !== undefined) world.people.set(id, { ...person, isDeactivated: true });
      world.changed();
    },
  };
}
