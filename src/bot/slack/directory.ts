import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type Instant, type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import type { Directory, Standing } from "../../flows/ports/directory.ts";
import type { PeopleList } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { ok, type Result } from "../../result.ts";
import { toVisible } from "../../unicode/invisible.ts";
import { createCache } from "./cache.ts";
import { createGroupMembers, type IsInGroups } from "./group-members.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";
import { listMs, standsMs, waitOutLimit } from "./wait-out-limit.ts";
import type { ReadWorkspace, Workspace } from "./workspace.ts";

/** Milliseconds that an answer holds: a person who leaves loses their say within these. */
const keepPersonMs = 5000;

/** Milliseconds that a name holds: it decides nothing. */
const keepNameMs = 600_000;

const UserName = z.object({
  user: z.object({
    real_name: z.string().optional(),
    profile: z.object({ real_name: z.string().optional() }).optional(),
  }),
});

/** Asked for once: a page that names nobody is better than one that waits. */
async function readName(
  slack: SlackClients,
  person: PersonId,
): Promise<Result<string | undefined, SlackFault>> {
  const { id } = slackIdsOf(person);
  const info = await callSlack(() => slack.once.users.info({ user: id }), UserName);
  if (!info.ok) return info;
  const { profile, real_name: name } = info.value.user;
  const shown = toVisible(profile?.real_name ?? name ?? "");
  return ok(shown === "" ? undefined : truncate(shown, 60));
}

const UserInfo = z.object({
  user: z.object({
    team_id: z.string().optional(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  }),
});

type User = z.infer<typeof UserInfo>["user"];

export interface DirectoryParts {
  readonly slack: SlackClients;
  readonly workspace: ReadWorkspace;
  readonly now: () => Instant;
}

/**
 * Asks Slack who somebody is and which user groups they are in: once for all who ask at the same time, and again where
 * Slack limits it. A fault is never a yes; while Slack limits the bot, who was a member or in a
 * group a moment ago still is.
 */
export function createDirectory({ slack, workspace, now }: DirectoryParts): Directory {
  const people = createCache<Standing, Fault>(now, keepPersonMs);
  const names = createCache<string | undefined, SlackFault>(now, keepNameMs);
  const isInGroups = createGroupMembers(slack, now);
  const reader = { slack, workspace, now, members: new Map<PersonId, Instant>() };
  return {
    findStanding: (person) => people(person, () => readStanding(reader, person)),
    isOn: (person, list) => isOn(person, list, isInGroups),
    findName: async (person) => {
      const name = await names(person, () => readName(slack, person));
      return name.ok ? name.value : undefined;
    },
  };
}

interface Reader extends DirectoryParts {
  /** When Slack said last that somebody is a member. */
  readonly members: Map<PersonId, Instant>;
}

async function readStanding(reader: Reader, person: PersonId): Promise<Result<Standing, Fault>> {
  const { workspace, members, now } = reader;
  const home = await workspace();
  if (!home.ok) return home;
  const { team, id } = slackIdsOf(person);
  if (team !== home.value.team_id) return ok("foreign");
  const at = now();
  const info = await waitOutLimit(listMs, () => readUser(reader, person, id));
  if (!info.ok) return unknownPeople.has(info.error.code) ? ok("foreign") : info;
  if (info.value === "still a member") return ok("member");
  const standing = toStanding(id, info.value.user, home.value);
  if (standing === "member") members.set(person, at);
  else members.delete(person);
  return ok(standing);
}

/** Where Slack limits the bot, who was a member a moment ago still is, without a wait. */
async function readUser(
  { slack, members, now }: Reader,
  person: PersonId,
  id: string,
): Promise<Result<z.infer<typeof UserInfo> | "still a member", SlackFault>> {
  const info = await callSlack(() => slack.repeating.users.info({ user: id }), UserInfo);
  if (info.ok || info.error.code !== "ratelimited") return info;
  const seenAt = members.get(person);
  return seenAt !== undefined && now() - seenAt < standsMs ? ok("still a member") : info;
}

/** How Slack says that this workspace does not know somebody. */
const unknownPeople = new Set(["user_not_found", "user_not_visible"]);

function toStanding(id: string, user: User, home: Workspace): Standing {
  if (user.deleted === true) return "deactivated";
  if (user.is_bot === true || id === "USLACKBOT") return "bot";
  if (!isOfWorkspace(user, home)) return "foreign";
  return user.is_restricted === true || user.is_ultra_restricted === true ? "guest" : "member";
}

/** In an Enterprise organisation a person's own team may be another workspace of the same company. */
function isOfWorkspace(user: User, home: Workspace): boolean {
  if (user.is_stranger === true) return false;
  if (user.team_id === undefined || user.team_id === home.team_id) return true;
  const company = user.enterprise_user?.enterprise_id;
  return company !== undefined && company === home.enterprise_id;
}

/** Named by id, nothing is read. */
async function isOn(
  person: PersonId,
  list: PeopleList,
  isInGroups: IsInGroups,
): Promise<Result<boolean, Fault>> {
  if (list.people.includes(person)) return ok(true);
  const { team, id } = slackIdsOf(person);
  return isInGroups(
    id,
    list.groups.filter((group) => slackIdsOf(group).team === team),
  );
}
