import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type Instant, type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import type { Directory, Standing } from "../../flows/ports/directory.ts";
import type { PeopleList } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import { createCache } from "./cache.ts";
import { createGroupMembers, type IsInGroups } from "./group-members.ts";
import { callSlack, type SlackClients } from "./slack-call.ts";
import { listMs, waitOutLimit } from "./wait-out-limit.ts";
import type { ReadWorkspace, Workspace } from "./workspace.ts";

/** Milliseconds that an answer holds: a person who leaves loses their say within these. */
const keepPersonMs = 5000;

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
 * Slack limits it. A fault is never a yes; while Slack limits the bot, who was in a group a moment ago still is.
 */
export function createDirectory({ slack, workspace, now }: DirectoryParts): Directory {
  const people = createCache<Standing, Fault>(now, keepPersonMs);
  const isInGroups = createGroupMembers(slack, now);
  return {
    findStanding: (person) => people(person, () => readStanding(slack, person, workspace)),
    isOn: (person, list) => isOn(person, list, isInGroups),
  };
}

async function readStanding(
  { repeating }: SlackClients,
  person: PersonId,
  workspace: ReadWorkspace,
): Promise<Result<Standing, Fault>> {
  const home = await workspace();
  if (!home.ok) return home;
  const { team, id } = slackIdsOf(person);
  if (team !== home.value.team_id) return ok("foreign");
  const info = await waitOutLimit(listMs, () =>
    callSlack(() => repeating.users.info({ user: id }), UserInfo),
  );
  if (!info.ok) return unknownPeople.has(info.error.code) ? ok("foreign") : info;
  return ok(toStanding(id, info.value.user, home.value));
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
