import { isRefused, refuse } from "../reply.ts";
import type { GroupSpec, PersonSpec } from "../workspace.ts";
import type { World } from "../world.ts";
import { defineMethod, Flag, Id, lacks } from "./method.ts";

/** @see Slack: users.info */
export const userInfo = defineMethod({
  name: "users.info",
  scope: "users:read",
  args: { user: Id, include_locale: Flag },
  run: (world, { user }) => {
    const person = world.people.get(user) ?? ownUser(world, user);
    if (person === undefined) return refuse("user_not_found");
    return { ok: true, user: toSlackUser(world, person) };
  },
});

/** @see Slack: users.lookupByEmail */
export const userByEmail = defineMethod({
  name: "users.lookupByEmail",
  scope: "users:read.email",
  args: { email: Id },
  run: (world, { email }) => {
    const missing = lacks(world, "users:read");
    if (isRefused(missing)) return missing;
    const person = [...world.people.values()].find(
      (other) => other.email?.toLowerCase() === email.toLowerCase() && other.isDeactivated !== true,
    );
    if (person === undefined) return refuse("users_not_found");
    return { ok: true, user: toSlackUser(world, person) };
  },
});

/** @see Slack: usergroups.users.list */
export const groupMembers = defineMethod({
  name: "usergroups.users.list",
  scope: "usergroups:read",
  args: { usergroup: Id, include_disabled: Flag },
  run: (world, args) => {
    if (!world.areGroupsAvailable) return refuse("plan_upgrade_required");
    const group = world.groups.get(args.usergroup);
    const isHidden = world.hiddenGroups.has(args.usergroup);
    if (group === undefined || isHidden) return refuse("no_such_subteam");
    if (group.isDisabled === true && args.include_disabled !== true) {
      return refuse("subteam_disabled");
    }
    return { ok: true, users: group.users };
  },
});

/** @see Slack: usergroups.list */
export const groupList = defineMethod({
  name: "usergroups.list",
  scope: "usergroups:read",
  args: { include_users: Flag, include_count: Flag, include_disabled: Flag },
  run: (world, args) => {
    if (!world.areGroupsAvailable) return refuse("plan_upgrade_required");
    const groups = [...world.groups.values()].filter(
      ({ id, isDisabled }) =>
        !world.hiddenGroups.has(id) && (isDisabled !== true || args.include_disabled === true),
    );
    return {
      ok: true,
      usergroups: groups.map((group) => toSlackGroup(world, group, args.include_users === true)),
    };
  },
});

function toSlackGroup(
  world: World,
  group: GroupSpec,
  hasUsers: boolean,
): Readonly<Record<string, unknown>> {
  return {
    id: group.id,
    team_id: world.team.id,
    is_usergroup: true,
    name: group.name ?? group.handle,
    handle: group.handle,
    date_delete: group.isDisabled === true ? 1 : 0,
    user_count: group.users.length,
    ...(hasUsers ? { users: group.users } : {}),
  };
}

function ownUser(world: World, id: string): PersonSpec | undefined {
  if (id !== world.bot.userId) return undefined;
  return { id, name: world.bot.name, isBot: true };
}

/** Slack leaves out most of a person who was deactivated. */
function toSlackUser(world: World, person: PersonSpec): Readonly<Record<string, unknown>> {
  const realName = person.realName ?? person.name;
  const isDeactivated = person.isDeactivated ?? false;
  const base = {
    id: person.id,
    team_id: person.teamId ?? world.team.id,
    name: person.name,
    deleted: isDeactivated,
    profile: { real_name: realName, display_name: person.name, ...emailOf(world, person) },
    is_bot: person.isBot ?? false,
    is_app_user: false,
    updated: 0,
    ...(person.teamId === undefined ? {} : { is_stranger: true }),
  };
  if (isDeactivated) return base;
  return {
    ...base,
    real_name: realName,
    tz: person.tz ?? "Europe/London",
    is_admin: false,
    is_owner: false,
    is_restricted: person.isRestricted === true || person.isUltraRestricted === true,
    is_ultra_restricted: person.isUltraRestricted ?? false,
  };
}

function emailOf(world: World, { email }: PersonSpec): { readonly email?: string } {
  return email === undefined || !world.scopes.has("users:read.email") ? {} : { email };
}
