import { isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import { listPermissions, type Permission, type Permissions } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { ProbeOutcome } from "../request/event.ts";

/** What one group should hold. */
interface Expected {
  readonly groupName: string;
  readonly permissions: Permissions;
  /** What reads as the new user showed, once. */
  readonly probes: readonly ProbeOutcome[];
}

/** The differences in what a group may do, item by item. */
export function comparePermissions(
  expected: Expected,
  sight: Observation<readonly GroupPermission[]>,
): readonly VerificationItem[] {
  if (sight.kind === "cannot-see") return listUnproven(expected, sight.words);
  const { groupName } = expected;
  const asked = listPermissions(expected.permissions);
  const held = sight.part.filter(({ securityGroup }) => securityGroup === groupName);
  return [
    ...asked.flatMap((permission) => compareOne(permission, held)),
    ...held
      .filter((line) => !asked.some((permission) => isSame(permission, line)))
      .map(({ access, domain, status }) =>
        toItem("too-much", `${access} on ${domain} is ${status}, and nobody asked for it.`),
      ),
  ];
}

function compareOne(
  permission: Permission,
  held: readonly GroupPermission[],
): readonly VerificationItem[] {
  const lines = held.filter((line) => isSame(permission, line));
  if (lines.some(({ status }) => status === "active")) return [];
  const state = lines.length === 0 ? "not there" : "pending, and not active";
  return [toItem("missing", `${permission.access} on ${permission.domain} is ${state}.`)];
}

/** Where no report tells, an answered read shows Get, and nothing shows the rest or what is there besides. */
function listUnproven(
  { permissions, probes, groupName }: Expected,
  why: string,
): readonly VerificationItem[] {
  const unproven = listPermissions(permissions).filter(
    ({ domain, access }) =>
      access !== "Get" ||
      !probes.some((probe) => probe.kind === "verified" && isSameName(probe.domain, domain)),
  );
  return [
    ...unproven.map(({ access, domain }) => unseen(`${access} on ${domain}`, why)),
    unseen(`Whether the group ${groupName} may do more than was asked`, why),
  ];
}

/** What a group that should hold nothing holds. */
export function compareHeld(
  { groupName }: Pick<Expected, "groupName">,
  sight: Observation<readonly GroupPermission[]>,
): readonly VerificationItem[] {
  if (sight.kind === "cannot-see") {
    return [unseen(`Whether the group ${groupName} may still do anything`, sight.words)];
  }
  return sight.part
    .filter(({ securityGroup }) => securityGroup === groupName)
    .map(({ access, domain, status }) =>
      toItem("too-much", `${access} on ${domain} is ${status}.`),
    );
}

function isSame({ domain, access }: Permission, line: GroupPermission): boolean {
  return access === line.access && isSameName(domain, line.domain);
}
