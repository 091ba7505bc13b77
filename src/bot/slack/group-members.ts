import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type Instant, slackIdsOf, type UserGroupId } from "../../flows/model/ids.ts";
import { ok, type Result } from "../../result.ts";
import { createCache } from "./cache.ts";
import { callSlack, type SlackClients, type SlackFault } from "./slack-call.ts";
import { listMs, waitOutLimit } from "./wait-out-limit.ts";

/** Milliseconds that an answer holds: who is taken out of a group loses their say within these. */
const keepMs = 30_000;

/** While Slack limits the bot, who was in a group so many milliseconds ago at the most still is. Nobody else comes in. */
const standsMs = 120_000;

/**
 * `usergroups.users.list` may be called 20 times a minute, by all replicas. Where this one would call it more often
 * than so within a minute, all groups are read at once with `usergroups.list`.
 *
 * @see Slack: usergroups.users.list, usergroups.list: Tier 2
 */
const mostSingly = 5;
const minuteMs = 60_000;

/** Whether a user is in one of the groups. A fault is never a yes. */
export type IsInGroups = (
  user: string,
  groups: readonly UserGroupId[],
) => Promise<Result<boolean, Fault>>;

interface Members {
  /** When they were asked for: what happened since is not in it. */
  readonly at: Instant;
  readonly users: readonly string[];
}

type Answer<Value> = Promise<Result<Value, SlackFault>>;

interface State {
  readonly slack: SlackClients;
  readonly now: () => Instant;
  /** By Slack's id. */
  readonly known: Map<string, Members>;
  readonly one: (id: string, read: () => Answer<readonly string[]>) => Answer<readonly string[]>;
  readonly all: (key: string, read: () => Answer<boolean>) => Answer<boolean>;
  /** When groups were read one by one. */
  readonly singly: Instant[];
}

/** Reads groups once for all who ask at the same time, few of them one by one, and many at once. */
export function createGroupMembers(slack: SlackClients, now: () => Instant): IsInGroups {
  const one = createCache<readonly string[], SlackFault>(now, keepMs);
  const all = createCache<boolean, SlackFault>(now, keepMs);
  const state: State = { slack, now, known: new Map(), one, all, singly: [] };
  return (user, groups) =>
    isIn(
      state,
      user,
      groups.map((group) => slackIdsOf(group).id),
    );
}

/** In one of them, no further one is read. One that cannot be read leaves open what no other says. */
async function isIn(
  state: State,
  user: string,
  groups: readonly string[],
): Promise<Result<boolean, Fault>> {
  if (wasIn(state, user, { groups, withinMs: keepMs })) return ok(true);
  if (isTooMany(state, groups) && (await readTogether(state, user, groups))) return ok(true);
  let unclear: Result<false, Fault> = ok(false);
  for (const group of groups) {
    const members = await readMembers(state, user, group);
    if (members.ok && members.value.includes(user)) return ok(true);
    if (!members.ok) unclear = members;
  }
  return unclear;
}

function wasIn(
  { known, now }: State,
  user: string,
  { groups, withinMs }: { readonly groups: readonly string[]; readonly withinMs: number },
): boolean {
  return groups.some((group) => {
    const members = known.get(group);
    return members !== undefined && now() - members.at < withinMs && members.users.includes(user);
  });
}

function isFresh({ known, now }: State, group: string): boolean {
  const members = known.get(group);
  return members !== undefined && now() - members.at < keepMs;
}

function isTooMany(state: State, groups: readonly string[]): boolean {
  const { singly, now } = state;
  const recent = singly.filter((at) => now() - at < minuteMs).length;
  const unread = groups.filter((group) => !isFresh(state, group)).length;
  return unread > 0 && recent + unread > mostSingly;
}

/** Where Slack limits the bot, what was known a moment ago says yes without a wait. */
function orWasIn<Value>(
  state: State,
  answer: Result<Value, SlackFault>,
  {
    user,
    groups,
    yes,
  }: { readonly user: string; readonly groups: readonly string[]; readonly yes: Value },
): Result<Value, SlackFault> {
  const isLimited = !answer.ok && answer.error.code === "ratelimited";
  return isLimited && wasIn(state, user, { groups, withinMs: standsMs }) ? ok(yes) : answer;
}

/** @returns whether the user was in one a moment ago, where Slack does not say it now; nothing else decides anything */
async function readTogether(
  state: State,
  user: string,
  groups: readonly string[],
): Promise<boolean> {
  const read = await waitOutLimit(listMs, async () => {
    const answer = await state.all("all", () => askForAll(state));
    return orWasIn(state, answer, { user, groups, yes: true });
  });
  return read.ok && read.value;
}

const Listed = z.object({
  usergroups: z.array(
    z.object({
      id: z.string(),
      users: z.array(z.string()).optional(),
      user_count: z.union([z.number(), z.string()]).optional(),
    }),
  ),
});

/** What is not in the answer, or not as a whole, is read by itself: disabled groups, say. */
async function askForAll({ slack, known, now }: State): Answer<boolean> {
  const at = now();
  const listed = await callSlack(
    () => slack.repeating.usergroups.list({ include_users: true, include_count: true }),
    Listed,
  );
  if (!listed.ok) return listed;
  for (const { id, users, user_count: count } of listed.value.usergroups) {
    if (users !== undefined && Number(count) === users.length) known.set(id, { at, users });
  }
  return ok(false);
}

async function readMembers(
  state: State,
  user: string,
  group: string,
): Promise<Result<readonly string[], Fault>> {
  const fresh = isFresh(state, group) ? state.known.get(group)?.users : undefined;
  if (fresh !== undefined) return ok(fresh);
  return waitOutLimit(listMs, async () => {
    const answer = await state.one(group, () => askForOne(state, group));
    return orWasIn(state, answer, { user, groups: [group], yes: [user] });
  });
}

const GroupUsers = z.object({ users: z.array(z.string()) });

/** Groups that Slack does not have count as empty: on a free plan, or deleted. */
const noGroup = new Set([
  "plan_upgrade_required",
  "paid_teams_only",
  "no_such_subteam",
  "subteam_not_found",
]);

async function askForOne(
  { slack, known, now, singly }: State,
  group: string,
): Answer<readonly string[]> {
  const at = now();
  singly.push(at);
  if (singly.length > mostSingly) singly.shift();
  const answer = await callSlack(
    () => slack.repeating.usergroups.users.list({ usergroup: group }),
    GroupUsers,
  );
  if (!answer.ok && !noGroup.has(answer.error.code)) return answer;
  const users = answer.ok ? answer.value.users : [];
  known.set(group, { at, users });
  return ok(users);
}
