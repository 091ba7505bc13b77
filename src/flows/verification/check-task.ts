import { isSameAccount } from "../model/account-name.ts";
import { type BusinessProcess, describeProcess, isSameProcess } from "../model/business-process.ts";
import type { ShownGroupType } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import type { PendingChange } from "../model/pending.ts";
import { listPermissions, type Permissions } from "../model/permissions.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import type { Task } from "../tasks/task.ts";
import type { TaskCheck } from "../tasks/task-check.ts";
import { compareType } from "./compare-group.ts";
import { findGroup } from "./find-group.ts";
import type { Observed } from "./observed.ts";

/** What a task is looked at with. */
export interface TaskSight extends Omit<Observed, "user"> {
  /** Absent where the tenant has no report of what is pending. */
  readonly pending?: readonly PendingChange[];
}

const shown: TaskCheck = { kind: "shown" };
const onTrust: TaskCheck = { kind: "on-trust" };

/** Whether the tenant shows that a task was done. Decides from what was seen, and trusts nobody's word where it was. */
// oxlint-disable-next-line complexity, max-lines-per-function -- one arm for each task
export function checkTask(task: Task, sight: TaskSight): TaskCheck {
  switch (task.name) {
    case "create-security-group":
      return checkGroup(task, sight, ({ active, type }) => [
        ...checkActive(task.groupName, active, task.isInactive !== true),
        ...checkType(task, type),
      ]);
    case "create-segment-group":
      return checkGroup(task, sight, ({ active }) =>
        checkActive(task.groupName, active, task.isInactive !== true),
      );
    case "add-group-member":
      return checkGroup(task, sight, (group) => checkMember(task, group, true));
    case "remove-group-member":
      return checkGone(task, sight, (group) => checkMember(task, group, false));
    case "activate-security-group":
      return checkGroup(task, sight, ({ active }) => checkActive(task.groupName, active, true));
    case "inactivate-security-group":
    case "close-segment-group":
      return checkGone(task, sight, ({ active }) => checkActive(task.groupName, active, false));
    case "grant-permissions":
    case "grant-in-segments":
      return checkGranted(task, sight);
    case "revoke-permissions":
    case "revoke-in-segments":
      return checkRevoked(task, sight);
    case "grant-business-processes":
      return checkProcesses(task, sight, "Added");
    case "revoke-business-processes":
      return checkProcesses(task, sight, "Removed");
    case "exempt-from-password-expiry":
      return checkExempt(task, sight, true);
    case "remove-password-exemption":
      return checkExempt(task, sight, false);
    // What is activated is looked at by what is pending, before and after.
    case "activate":
    case "activate-previous-timestamp":
    case "activate-authentication-policies":
    case "allow-in-authentication-policy":
    case "remove-from-authentication-policy":
    case "register-api-client":
    case "replace-refresh-token":
    case "disable-api-client":
    case "add-segments-to-content":
      return onTrust;
  }
}

interface OfGroup {
  readonly groupName: string;
}

function toCheck(words: readonly string[]): TaskCheck {
  return words.length === 0 ? shown : { kind: "not-shown", words };
}

function checkGroup(
  { groupName }: OfGroup,
  sight: TaskSight,
  check: (group: SecurityGroup) => readonly string[],
): TaskCheck {
  const group = findGroup(sight, groupName);
  if (group.kind === "cannot-see") return onTrust;
  if (group.part === undefined) return toCheck([`There is no security group ${groupName}.`]);
  return toCheck(check(group.part));
}

/** A group that is not there holds nobody and is not active. */
function checkGone(
  { groupName }: OfGroup,
  sight: TaskSight,
  check: (group: SecurityGroup) => readonly string[],
): TaskCheck {
  const group = findGroup(sight, groupName);
  if (group.kind === "cannot-see") return onTrust;
  return toCheck(group.part === undefined ? [] : check(group.part));
}

function checkActive(groupName: string, isActive: boolean, isAsked: boolean): readonly string[] {
  if (isActive === isAsked) return [];
  return [`The security group ${groupName} is ${isActive ? "active" : "inactive"}.`];
}

function checkType(
  { groupName, constrained }: Extract<Task, { name: "create-security-group" }>,
  type: ShownGroupType | undefined,
): readonly string[] {
  if (type === undefined) return [];
  const asked =
    constrained === undefined
      ? ({ kind: "unconstrained" } as const)
      : ({ kind: "constrained", ...constrained } as const);
  return compareType(groupName, asked, type)
    .filter(({ kind }) => kind !== "unseen")
    .map(({ words }) => words);
}

function checkMember(
  { groupName, userName }: OfGroup & { readonly userName: string },
  { members }: SecurityGroup,
  isAsked: boolean,
): readonly string[] {
  const isIn = members.some((member) => isSameAccount(member, userName));
  if (isIn === isAsked) return [];
  return [`${userName} is ${isIn ? "still" : "not"} in the group ${groupName}.`];
}

/** What is pending or active already was granted. With neither report nobody can tell. */
function checkGranted(
  { groupName, permissions }: OfGroup & { readonly permissions: Permissions },
  { permissions: held, pending }: TaskSight,
): TaskCheck {
  if (held.kind === "cannot-see" && pending === undefined) return onTrust;
  const lines = held.kind === "seen" ? held.part : [];
  const missing = listPermissions(permissions).filter(({ access, domain }) => {
    const isHeld = lines.some(
      (line) =>
        line.access === access &&
        isSameName(line.securityGroup, groupName) &&
        isSameName(line.domain, domain),
    );
    return !isHeld && !isPending(pending ?? [], { groupName, access, domain, change: "Added" });
  });
  return toCheck(
    missing.map(
      ({ access, domain }) =>
        `${access} on ${domain} is neither pending nor active for ${groupName}.`,
    ),
  );
}

/** What is active still and pending to be removed was revoked, and so was what is not there. */
function checkRevoked(
  { groupName, permissions }: OfGroup & { readonly permissions: Permissions },
  { permissions: held, pending }: TaskSight,
): TaskCheck {
  if (held.kind === "cannot-see" || pending === undefined) return onTrust;
  const left = listPermissions(permissions).filter(({ access, domain }) => {
    const isHeld = held.part.some(
      (line) =>
        line.access === access &&
        isSameName(line.securityGroup, groupName) &&
        isSameName(line.domain, domain),
    );
    return isHeld && !isPending(pending, { groupName, access, domain, change: "Removed" });
  });
  return toCheck(
    left.map(
      ({ access, domain }) =>
        `${access} on ${domain} is still there for ${groupName}, and its removal is not pending.`,
    ),
  );
}

function isPending(
  pending: readonly PendingChange[],
  one: {
    readonly groupName: string;
    readonly access: string;
    readonly domain: string;
    readonly change: string;
  },
): boolean {
  return pending.some(
    ({ kind, securityGroup, access, policy, change }) =>
      kind === "domain" &&
      change === one.change &&
      access === one.access &&
      isSameName(securityGroup, one.groupName) &&
      isSameName(policy, one.domain),
  );
}

/** Only the pending report shows them: what is active already it does not show. */
function checkProcesses(
  {
    groupName,
    businessProcesses,
  }: OfGroup & { readonly businessProcesses: readonly BusinessProcess[] },
  { pending }: TaskSight,
  wanted: "Added" | "Removed",
): TaskCheck {
  if (pending === undefined) return onTrust;
  const missing = businessProcesses.filter(
    (one) =>
      !pending.some(
        ({ kind, policy, action, securityGroup, change }) =>
          kind === "business-process" &&
          change === wanted &&
          isSameName(securityGroup, groupName) &&
          isSameProcess({ policy, action }, { policy: one.policy, action: one.action ?? action }),
      ),
  );
  return toCheck(
    missing.map((one) => `${describeProcess(one)} is not pending (${wanted}) for ${groupName}.`),
  );
}

function checkExempt(
  { userName }: { readonly userName: string },
  { exemptions }: TaskSight,
  isAsked: boolean,
): TaskCheck {
  if (exemptions.kind === "cannot-see") return onTrust;
  const isExempt = exemptions.part.some((name) => isSameAccount(name, userName));
  if (isExempt === isAsked) return shown;
  return toCheck([`${userName} is ${isExempt ? "still" : "not"} exempt from password expiration.`]);
}
