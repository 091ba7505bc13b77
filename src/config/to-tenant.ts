import {
  type PersonId,
  parsePersonId,
  parseTenantName,
  parseUserGroupId,
  type UserGroupId,
} from "../flows/ids.ts";
import type { TaskHand, TaskName } from "../flows/task.ts";
import type { PeopleList, Tenant } from "../flows/tenant.ts";
import type { Result } from "../result.ts";
import type { TenantEntry } from "./tenant-entry.ts";

const hourMs = 3_600_000;

/** One tenant's rules as the flows read them. People and groups are of the workspace's team. */
export function toTenant(entry: TenantEntry, team: string): Tenant {
  const { integrationTemplate, userNameRule, escalation } = entry;
  return {
    name: checked(parseTenantName(entry.name)),
    label: entry.label,
    production: entry.production,
    channel: entry.channel,
    requesters: toPeople(entry.requesters, team),
    doers: toPeople(entry.doers, team),
    approvers: toPeople(entry.approvers, team),
    approvals: toApprovals(entry.approvals),
    remindAfterMs: entry.remindAfterHours.map(toMs),
    ...(escalation !== undefined && { escalation: toEscalation(escalation, team) }),
    approvalExpiresAfterMs: toMs(entry.approvalExpiresAfterHours),
    hands: toHands(entry.hands),
    taskLinks: withoutAbsent(entry.taskLinks),
    passwordRules: entry.passwordRules,
    maxSessionTimeoutMinutes: entry.maxSessionTimeoutMinutes,
    ...(integrationTemplate !== undefined && { integrationTemplate }),
    ...(userNameRule !== undefined && { userNameRule }),
    protectedAccounts: [entry.account.userName, ...entry.protectedAccounts],
    protectedGroups: entry.protectedGroups,
    refusedDomains: entry.refusedDomains,
    sensitiveDomains: entry.sensitiveDomains,
    probes: entry.probes,
    secrets: entry.secrets,
  };
}

function toPeople(entry: TenantEntry["requesters"], team: string): PeopleList {
  return {
    people: entry.people.map((user): PersonId => checked(parsePersonId(team, user))),
    groups: entry.groups.map((group): UserGroupId => checked(parseUserGroupId(team, group))),
  };
}

function toApprovals(entry: TenantEntry["approvals"]): Tenant["approvals"] {
  const { needed, neededWhenUnseen = needed } = entry;
  return { needed, neededWhenUnseen };
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
  return {
    "create-security-group": handOf(entry, "create-security-group"),
    "add-group-member": handOf(entry, "add-group-member"),
    "grant-permissions": handOf(entry, "grant-permissions"),
    activate: handOf(entry, "activate"),
    "revoke-permissions": handOf(entry, "revoke-permissions"),
    "remove-group-member": handOf(entry, "remove-group-member"),
    "inactivate-security-group": handOf(entry, "inactivate-security-group"),
  };
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
