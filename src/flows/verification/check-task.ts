import { isSameAccount } from "../model/account-name.ts";
import { describeProcess, isSameProcess } from "../model/business-process.ts";
import type { ShownGroupType } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import type { PendingChange } from "../model/pending.ts";
import { listPermissions, type Permission } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { TaskCheck, TaskTrace } from "../tasks/task-check.ts";
import { compareType } from "./compare-group.ts";
import { listTokens } from "./compare-sign-on.ts";
import { findShownGroup } from "./find-group.ts";
import type { Observed } from "./observed.ts";

/** What a task is looked at with. */
export interface TaskSight extends Omit<Observed, "user" | "accounts"> {
  /** Absent where the task is not about how an account signs on. */
  readonly user?: Observed["user"];
  /** Absent where the tenant has no report of what is pending. */
  readonly pending?: readonly PendingChange[];
}

const shown: TaskCheck = { kind: "shown" };
const onTrust: TaskCheck = { kind: "on-trust" };

/** Whether the tenant shows that a task was done. Decides from what was seen, and trusts nobody's word where it was. */
export function checkTrace(trace: TaskTrace, observed: TaskSight): TaskCheck {
  switch (trace.kind) {
    case "group":
      return checkGroup(trace, observed);
    case "member":
      return checkMember(trace, observed);
    case "grants":
      return trace.isGranted ? checkGranted(trace, observed) : checkRevoked(trace, observed);
    case "processes":
      return checkProcesses(trace, observed);
    case "exemption":
      return checkExempt(trace, observed);
    case "token-sign-on":
      return checkTokens(trace, observed);
  }
}

type TraceOf<Kind extends TaskTrace["kind"]> = Extract<TaskTrace, { readonly kind: Kind }>;

function toCheck(words: readonly string[]): TaskCheck {
  return words.length === 0 ? shown : { kind: "not-shown", words };
}

function checkGroup(trace: TraceOf<"group">, observed: TaskSight): TaskCheck {
  const { groupName, isActive, type } = trace;
  const group = findShownGroup(observed, groupName);
  if (group.kind === "cannot-see") return onTrust;
  if (group.part === undefined) {
    return toCheck(isActive || type ? [`There is no security group ${groupName}.`] : []);
  }
  const state = group.part.active ? "active" : "inactive";
  return toCheck([
    ...(group.part.active === isActive ? [] : [`The security group ${groupName} is ${state}.`]),
    ...checkType(trace, group.part.type),
  ]);
}

function checkType(
  { groupName, type: asked }: TraceOf<"group">,
  type: ShownGroupType | undefined,
): readonly string[] {
  if (asked === undefined || type === undefined) return [];
  return compareType(groupName, asked, type)
    .filter(({ kind }) => kind !== "unseen")
    .map(({ words }) => words);
}

/** A group that is not there holds nobody. */
function checkMember(
  { groupName, userName, isIn: isAsked }: TraceOf<"member">,
  observed: TaskSight,
): TaskCheck {
  const group = findShownGroup(observed, groupName);
  if (group.kind === "cannot-see") return onTrust;
  const isIn = group.part?.members.some((member) => isSameAccount(member, userName)) ?? false;
  if (isIn === isAsked) return shown;
  return toCheck([`${userName} is ${isIn ? "still" : "not"} in the group ${groupName}.`]);
}

/**
 * What is pending was granted, and so was what is active and is not to be removed. With neither report nobody can tell; nor
 * where nobody sees what is pending, whether what is active stays so.
 */
function checkGranted(
  { groupName, permissions }: TraceOf<"grants">,
  { permissions: held, pending }: TaskSight,
): TaskCheck {
  if (held.kind === "cannot-see" && pending === undefined) return onTrust;
  const lines = held.kind === "seen" ? held.part : [];
  const asked = listPermissions(permissions).map((one) => ({
    ...one,
    groupName,
    shown: lines.filter((line) => isLineOf(line, { ...one, groupName })),
  }));
  const words = asked.flatMap((one) => describeNotGranted(one, pending ?? []));
  const isUnclear = asked.some(({ shown: own }) => own.every(({ status }) => status !== "pending"));
  return words.length === 0 && pending === undefined && isUnclear ? onTrust : toCheck(words);
}

interface Grant extends Permission {
  readonly groupName: string;
}

function isLineOf(line: GroupPermission, { groupName, access, domain }: Grant): boolean {
  return (
    line.access === access &&
    isSameName(line.securityGroup, groupName) &&
    isSameName(line.domain, domain)
  );
}

function describeNotGranted(
  one: Grant & { readonly shown: readonly GroupPermission[] },
  pending: readonly PendingChange[],
): readonly string[] {
  const { groupName, access, domain, shown: lines } = one;
  if (isPending(pending, { ...one, change: "Added" })) return [];
  if (lines.length === 0)
    return [`${access} on ${domain} is neither pending nor active for ${groupName}.`];
  return isPending(pending, { ...one, change: "Removed" })
    ? [`${access} on ${domain} is still pending to be removed for ${groupName}.`]
    : [];
}

/** What is active still and pending to be removed was revoked, and so was what is not there. */
function checkRevoked(
  { groupName, permissions }: TraceOf<"grants">,
  { permissions: held, pending }: TaskSight,
): TaskCheck {
  if (held.kind === "cannot-see" || pending === undefined) return onTrust;
  const left = listPermissions(permissions).filter(({ access, domain }) => {
    const isHeld = held.part.some((line) => isLineOf(line, { groupName, access, domain }));
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
  one: Grant & { readonly change: string },
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

/** An account that is gone signs on by nothing. */
function checkTokens({ userName }: TraceOf<"token-sign-on">, { user }: TaskSight): TaskCheck {
  if (user === undefined || user.kind === "cannot-see") return onTrust;
  if (user.part === undefined) return shown;
  const { tokens } = user.part;
  if (tokens === undefined) return onTrust;
  return toCheck(
    listTokens(tokens).map(
      ({ what, holder }) => `${what} of ${userName} is still on: ${holder} can sign on.`,
    ),
  );
}

/** Only the pending report shows them: what is active already it does not show. */
function checkProcesses(
  { groupName, businessProcesses, change: wanted }: TraceOf<"processes">,
  { pending }: TaskSight,
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
  { userName, isExempt: isAsked }: TraceOf<"exemption">,
  { exemptions }: TaskSight,
): TaskCheck {
  if (exemptions.kind === "cannot-see") return onTrust;
  const isExempt = exemptions.part.some((name) => isSameAccount(name, userName));
  if (isExempt === isAsked) return shown;
  return toCheck([`${userName} is ${isExempt ? "still" : "not"} exempt from password expiration.`]);
}
