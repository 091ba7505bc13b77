import type { WorkspaceChecks } from "../bot/slack/workspace-checks.ts";
import { type PersonId, slackIdsOf, type UserGroupId } from "../flows/model/ids.ts";
import type { Directory, Standing } from "../flows/ports/directory.ts";
import type { PeopleList, RecipeRules, Tenant } from "../flows/tenant/tenant.ts";
import { type Finding, findingsOf } from "./finding.ts";
import type { Members } from "./four-eyes.ts";
import { withLimit } from "./with-limit.ts";

const area = "Slack";
const { ok, warning, failed, notTried } = findingsOf(area);

/** What was learnt of people and groups, by the ids that the configuration names. */
export interface Learnt {
  readonly standings: Map<PersonId, Standing>;
  readonly groups: Map<UserGroupId, readonly string[]>;
}

const lists = ["requesters", "doers", "approvers"] as const;

interface Named<Id> {
  readonly id: Id;
  /** Such as `approvers of acme_dpt1`. */
  readonly as: string;
}

/** Every id that some list names, once, with all that it is named for. */
export function gather<Id>(
  tenants: readonly Tenant[],
  pick: (list: PeopleList) => readonly Id[],
): readonly Named<Id>[] {
  const uses = new Map<Id, string[]>();
  for (const tenant of tenants) {
    for (const [name, list] of listsOf(tenant)) {
      for (const id of pick(list)) {
        uses.set(id, [...(uses.get(id) ?? []), `${name} of ${tenant.name}`]);
      }
    }
  }
  return [...uses].map(([id, as]) => ({ id, as: as.join(", ") }));
}

function listsOf(tenant: Tenant): readonly NamedList[] {
  const { delegation, perRecipe } = tenant;
  const delegates: readonly NamedList[] =
    delegation === undefined ? [] : [["delegates", delegation.to]];
  const readers: readonly NamedList[] = [
    ...(tenant.readers === undefined ? [] : [["readers", tenant.readers] as const]),
    ...(tenant.auditors === undefined ? [] : [["auditors", tenant.auditors] as const]),
  ];
  return [...listsIn(tenant), ...delegates, ...readers, ...perRecipe.flatMap(listsOfRecipe)];
}

function listsOfRecipe({ recipe, rules }: RecipeRules): readonly NamedList[] {
  return listsIn(rules).map(([name, list]) => [`${name} for ${recipe}`, list]);
}

type NamedList = readonly [name: string, list: PeopleList];

function listsIn(rules: RecipeRules["rules"]): readonly NamedList[] {
  const { escalation } = rules;
  const named = lists.map((name) => [name, rules[name]] as const);
  return [...named, ["escalation", escalation?.approvers] as const].flatMap(([name, list]) =>
    list === undefined ? [] : [[name, list]],
  );
}

/** Looks up one person, and keeps what Slack says for the four eyes. */
export function checkPerson(
  directory: Directory,
  { id, as }: Named<PersonId>,
  { learnt, limitMs }: { readonly learnt: Learnt; readonly limitMs: number },
): Promise<readonly Finding[]> {
  const what = `person ${slackIdsOf(id).id} (${as})`;
  return withLimit({ area, what, limitMs }, async () => {
    const standing = await directory.findStanding(id);
    if (!standing.ok) return [unlooked(what, standing.error)];
    learnt.standings.set(id, standing.value);
    return [judgeStanding(what, standing.value)];
  });
}

function judgeStanding(what: string, standing: Standing): Finding {
  if (standing === "member") return ok(what, "A member of the workspace.");
  return failed(what, said[standing], "Name a full member of this workspace instead.");
}

const said: Readonly<Record<Exclude<Standing, "member">, string>> = {
  guest: "A guest, whom the bot refuses.",
  bot: "A bot, which the bot refuses.",
  deactivated: "Deactivated: this person has left.",
  foreign: "Nobody of this workspace: the id is wrong, or of another company.",
};

/** Reads one user group, and keeps its members for the four eyes. */
export function diagnoseGroup(
  survey: WorkspaceChecks,
  { id, as }: Named<UserGroupId>,
  { learnt, limitMs }: { readonly learnt: Learnt; readonly limitMs: number },
): Promise<readonly Finding[]> {
  const what = `user group ${slackIdsOf(id).id} (${as})`;
  return withLimit({ area, what, limitMs }, async () => {
    const users = await survey.readGroup(slackIdsOf(id).id);
    if (users.ok) {
      learnt.groups.set(id, users.value);
      return [judgeSize(what, users.value.length)];
    }
    if (!emptyGroups.has(users.error.code)) return [unlooked(what, users.error)];
    learnt.groups.set(id, []);
    return [judgeNoGroup(what, users.error.code)];
  });
}

function judgeSize(what: string, size: number): Finding {
  if (size > 0)
    return ok(what, size === 1 ? "Readable, one member." : `Readable, ${size} members.`);
  return warning(what, "Readable, and nobody is in it.", "Add members in Slack.");
}

const plan = new Set(["plan_upgrade_required", "paid_teams_only"]);
const emptyGroups = new Set([...plan, "no_such_subteam", "subteam_not_found", "subteam_disabled"]);

function judgeNoGroup(what: string, code: string): Finding {
  if (plan.has(code)) {
    const words = `User groups need a paid plan of Slack (${code}): nobody is on the list through this group.`;
    return failed(what, words, "Name people by user id instead, or change the workspace's plan.");
  }
  const words = `There is no such user group, or it is switched off (${code}).`;
  return failed(what, words, "Correct the id, or switch the group on in Slack.");
}

function unlooked(
  what: string,
  fault: { readonly words: string; readonly code?: string },
): Finding {
  if (fault.code === "missing_scope") {
    return notTried(what, "A scope is missing for it: see scopes.");
  }
  return failed(what, fault.words, "Try again; if it stays, look at Slack's status and the token.");
}

/** Who of a list counts: named members, and members of its groups as far as nothing is known against them. */
export function toMembers({ people, groups }: PeopleList, learnt: Learnt): Members {
  const isWhole =
    people.every((person) => learnt.standings.has(person)) &&
    groups.every((group) => learnt.groups.has(group));
  if (!isWhole) return undefined;
  const named = people.filter((person) => learnt.standings.get(person) === "member");
  const refused = new Set(
    [...learnt.standings]
      .filter(([, standing]) => standing !== "member")
      .map(([person]) => slackIdsOf(person).id),
  );
  return new Set([
    ...named.map((person) => slackIdsOf(person).id),
    ...groups.flatMap((group) => learnt.groups.get(group) ?? []).filter((id) => !refused.has(id)),
  ]);
}
