import { blankRecipe } from "../flows/authorization/recipe-rules.ts";
import {
  instant,
  type PersonId,
  parsePersonId,
  parseTenantName,
  parseUserGroupId,
  type UserGroupId,
} from "../flows/model/ids.ts";
import type { Recipes } from "../flows/ports/recipes.ts";
import { taskKinds } from "../flows/step-kinds/step-kinds.ts";
import { forEachTask, type TaskHand, type TaskName } from "../flows/tasks/task.ts";
import { type Catalogue, guardDomains } from "../flows/tenant/catalogue.ts";
import type { EffectTimes } from "../flows/tenant/effect-times.ts";
import type { ApprovalTime, PeopleList, RecipeRules, Tenant } from "../flows/tenant/tenant.ts";
import type { Result } from "../result.ts";
import type { TenantEntry } from "./tenant-entry.ts";

const hourMs = 3_600_000;

/** What every tenant's rules are read with. */
export interface Common {
  /** The workspace's team, which people and groups are of. */
  readonly team: string;
  /** Its marks are refused. */
  readonly catalogue: Catalogue;
  /** The rules of a recipe that cannot be found count for no request. */
  readonly findRecipe: Recipes["find"];
}

/** One tenant's rules as the flows read them. */
export function toTenant(entry: TenantEntry, { team, catalogue, findRecipe }: Common): Tenant {
  const { integrationTemplate, escalation, delegation, readers, auditors } = entry;
  return {
    name: checked(parseTenantName(entry.name)),
    label: entry.label,
    ...toStanding(entry),
    channel: entry.channel,
    requesters: toPeople(entry.requesters, team),
    doers: toPeople(entry.doers, team),
    approvers: toPeople(entry.approvers, team),
    ...(readers !== undefined && { readers: toPeople(readers, team) }),
    ...(auditors !== undefined && { auditors: toPeople(auditors, team) }),
    approvals: { at: "plan", ...toApprovals(entry.approvals) },
    remindAfterMs: entry.remindAfterHours.map(toMs),
    ...(escalation !== undefined && { escalation: toEscalation(escalation, team) }),
    approvalExpiresAfterMs: toMs(entry.approvalExpiresAfterHours),
    ...toEffectTimes(entry),
    hands: toHands(entry.hands),
    taskLinks: withoutAbsent(entry.taskLinks),
    passwordRules: entry.passwordRules,
    maxSessionTimeoutMinutes: entry.maxSessionTimeoutMinutes,
    ...(integrationTemplate !== undefined && { integrationTemplate }),
    ...toNaming(entry),
    ...toAccounts(entry, team),
    ...guardDomains(catalogue, entry),
    probes: entry.probes,
    secrets: entry.secrets,
    ...toWatched(entry),
    perRecipe: Object.entries(entry.perRecipe).map(([recipe, rules]) => ({
      recipe,
      ...toCovers(recipe, findRecipe),
      rules: toRules(rules, team),
    })),
    ...toSigningOn(entry),
    ...(delegation && {
      delegation: { to: toPeople(delegation.to, team), maxDays: delegation.maxDays },
    }),
  };
}

function toNaming({ userNameRule, names }: TenantEntry): Pick<Tenant, "userNameRule" | "names"> {
  return {
    ...(userNameRule !== undefined && { userNameRule }),
    ...(names !== undefined && { names }),
  };
}

function toEffectTimes({ changeWindows, freezes }: TenantEntry): EffectTimes {
  return {
    changeWindows,
    freezes: freezes.map(({ from, until, why }) => ({
      from: instant(Date.parse(from)),
      until: instant(Date.parse(until)),
      why,
    })),
  };
}

function toSigningOn(
  entry: TenantEntry,
): Pick<Tenant, "exemptFromPasswordExpiry" | "authenticationPolicy"> {
  return {
    ...(entry.exemptFromPasswordExpiry && { exemptFromPasswordExpiry: true }),
    ...(entry.authenticationPolicy && {
      authenticationPolicy: toAuthenticationPolicy(entry.authenticationPolicy),
    }),
  };
}

function toCovers(recipe: string, findRecipe: Recipes["find"]): Pick<RecipeRules, "covers"> {
  if (recipe === blankRecipe) return { covers: "anything" };
  const found = findRecipe(recipe);
  return found === undefined ? {} : { covers: found };
}

function toRules(entry: TenantEntry["perRecipe"][string], team: string): RecipeRules["rules"] {
  const { requesters, doers, approvers, approvals, escalation } = entry;
  const { remindAfterHours: remind, approvalExpiresAfterHours: expires } = entry;
  return {
    ...(requesters && { requesters: toPeople(requesters, team) }),
    ...(doers && { doers: toPeople(doers, team) }),
    ...(approvers && { approvers: toPeople(approvers, team) }),
    ...(approvals && { approvals: toApprovals(approvals) }),
    ...(escalation && { escalation: toEscalation(escalation, team) }),
    ...(remind && { remindAfterMs: remind.map(toMs) }),
    ...(expires !== undefined && { approvalExpiresAfterMs: toMs(expires) }),
  };
}

function toPeople(entry: TenantEntry["requesters"], team: string): PeopleList {
  return {
    people: entry.people.map((user): PersonId => checked(parsePersonId(team, user))),
    groups: entry.groups.map((group): UserGroupId => checked(parseUserGroupId(team, group))),
  };
}

function toAccounts(
  { account: own, protectedAccounts, protectedGroups, workdayAccounts }: TenantEntry,
  team: string,
): Pick<Tenant, "protectedAccounts" | "protectedGroups" | "workdayAccounts"> {
  const accounts = Object.entries(workdayAccounts).map(
    ([who, account]) =>
      [who === "runner" ? who : checked(parsePersonId(team, who)), account] as const,
  );
  return {
    protectedAccounts: [own.userName, ...protectedAccounts],
    protectedGroups,
    ...(accounts.length > 0 && { workdayAccounts: Object.fromEntries(accounts) }),
  };
}

function toApprovals(entry: TenantEntry["approvals"]): Tenant["approvals"] {
  const { needed, neededWhenUnseen = needed, planExpiresAfterHours: expires } = entry;
  const { activation, secondFactor } = entry;
  const at = toTime(entry);
  return {
    needed,
    neededWhenUnseen,
    ...(at !== undefined && { at }),
    ...(expires !== undefined && { planExpiresAfterMs: toMs(expires) }),
    ...(activation !== undefined && { activation }),
    ...(secondFactor !== undefined && { secondFactor }),
  };
}

/** Files from before there was `at` say `beforeCreation`. */
function toTime({ at, beforeCreation }: TenantEntry["approvals"]): ApprovalTime | undefined {
  if (at !== undefined || beforeCreation === undefined) return at;
  return beforeCreation ? "both" : "activation";
}

/** What is told of an account after it was made. */
function toWatched({
  rotation,
  secrets,
  signOns,
}: TenantEntry): Pick<Tenant, "rotation" | "signOns"> {
  const { everyDays = secrets.expiresAfterDays, remindBeforeDays } = rotation;
  const { unusedAfterDays, tellNewOrigins } = signOns;
  return {
    rotation: { everyDays, remindBeforeDays },
    signOns: { unusedAfterDays, tellNewOrigins },
  };
}

function toMs(hours: number): number {
  return Math.round(hours * hourMs);
}

function toEscalation(
  { afterHours, approvers }: NonNullable<TenantEntry["escalation"]>,
  team: string,
): NonNullable<Tenant["escalation"]> {
  return { afterMs: toMs(afterHours), approvers: toPeople(approvers, team) };
}

function toHands(entry: TenantEntry["hands"]): Record<TaskName, TaskHand> {
  return forEachTask((name) => handFor(entry, name));
}

/** Where the default is a hand that does not know the task, it is whoever activates, or a person. */
function handFor(entry: TenantEntry["hands"], task: TaskName): TaskHand {
  const hand = handOf(entry, task);
  const activating = handOf(entry, "activate");
  switch (taskKinds[task].hands) {
    case "any":
      return hand;
    case "activating":
      return entry[task] ?? activating;
    case "page":
      return hand === "implementation" ? activating : hand;
    case "process":
      return hand === "implementation" ? "person" : hand;
    case "person":
      return "person";
  }
}

function toAuthenticationPolicy({
  name,
  allowedTypes,
}: NonNullable<TenantEntry["authenticationPolicy"]>): NonNullable<Tenant["authenticationPolicy"]> {
  return { ...(name !== undefined && { name }), allowedTypes };
}

function handOf(entry: TenantEntry["hands"], task: TaskName): TaskHand {
  return entry[task] ?? entry.default;
}

function withoutAbsent(links: TenantEntry["taskLinks"]): Tenant["taskLinks"] {
  return Object.fromEntries(Object.entries(links).filter(([, link]) => link !== undefined));
}

function checked<Value>(parsed: Result<Value, string>): Value {
  if (!parsed.ok) throw new Error(`The configuration let through: ${parsed.error}`);
  return parsed.value;
}

function toStanding({
  production,
  observe,
  releases,
  needsTicket,
  tickets,
  requestersMayActivate,
  maxOpenRequestsPerPerson,
}: TenantEntry): Pick<
  Tenant,
  | "production"
  | "observe"
  | "releases"
  | "needsTicket"
  | "tickets"
  | "requestersMayActivate"
  | "maxOpenRequestsPerPerson"
> {
  return {
    production,
    maxOpenRequestsPerPerson,
    ...(observe === true && { observe }),
    ...(releases === "together" && { releases }),
    ...(needsTicket === true && { needsTicket }),
    ...(tickets !== undefined && { tickets }),
    ...(requestersMayActivate === true && { requestersMayActivate }),
  };
}
