import { isSameAccount } from "./create-user.ts";
import type { ProbeOutcome } from "./event.ts";
import { isSameDomain, listPermissions, type Permission, type Permissions } from "./permissions.ts";
import type { IntegrationSystemUser, SecurityGroup } from "./ports.ts";
import type { GroupPermission } from "./tenant-shown.ts";
import type { Verification, VerificationItem } from "./verification.ts";

/** What one request asked the tenant to hold. */
export interface Expected {
  readonly systemId: string;
  readonly userName: string;
  readonly doNotAllowUiSessions: boolean;
  readonly sessionTimeoutMinutes?: number;
  readonly groupName: string;
  readonly permissions: Permissions;
  /** What reads as the new user showed, once. */
  readonly probes: readonly ProbeOutcome[];
}

/** One part of the tenant, or in words why it could not be seen. */
export type Sight<Part> =
  | { readonly kind: "seen"; readonly part: Part }
  | {
      readonly kind: "cannot-see";
      readonly words: string;
      /** A read failed, and another day it may not; otherwise there is no report to read. */
      readonly isFailed: boolean;
    };

/** What the tenant shows now. */
export interface Shown {
  readonly user: Sight<IntegrationSystemUser | undefined>;
  readonly groups: Sight<readonly SecurityGroup[]>;
  readonly permissions: Sight<readonly GroupPermission[]>;
}

/**
 * Compares what was asked with what the tenant shows. Reports and reads are evidence for the same list: what
 * one of them contradicts is different, whatever the others say, and what none of them showed is unverified.
 */
export function compare(expected: Expected, shown: Shown): Verification {
  const items = [
    ...compareAccount(expected, shown.user),
    ...compareGroup(expected, shown.groups),
    ...comparePermissions(expected, shown.permissions),
    ...compareReads(expected.probes),
  ];
  if (items.length === 0) return { outcome: "verified", items };
  const isUnseen = items.every(({ kind }) => kind === "unseen");
  return { outcome: isUnseen ? "unverified" : "different", items };
}

function compareAccount(expected: Expected, user: Shown["user"]): readonly VerificationItem[] {
  const { userName, systemId } = expected;
  if (user.kind === "cannot-see") return [unseen(`The account ${userName}`, user.words)];
  if (user.part === undefined) {
    return [item("missing", `The integration system ${systemId} has no user ${userName}.`)];
  }
  if (!isSameAccount(user.part.userName, userName)) {
    const words = `The integration system ${systemId} has the user ${user.part.userName} in place of ${userName}.`;
    return [item("other", words)];
  }
  return [...compareUiSessions(expected, user.part), ...compareTimeout(expected, user.part)];
}

function compareUiSessions(
  { doNotAllowUiSessions: asked }: Expected,
  { doNotAllowUiSessions: now }: IntegrationSystemUser,
): readonly VerificationItem[] {
  if (now === undefined) return [unseen("UI sessions", "Workday does not say.")];
  if (now === asked) return [];
  return asked
    ? [item("other", "The account is open to UI sessions, and was asked to be closed to them.")]
    : [item("other", "The account is closed to UI sessions, and was asked to be open to them.")];
}

function compareTimeout(
  { sessionTimeoutMinutes: asked }: Expected,
  { sessionTimeoutMinutes: now }: IntegrationSystemUser,
): readonly VerificationItem[] {
  if (asked === undefined || now === undefined || asked === now) return [];
  return [item("other", `The session timeout is ${now} minutes, and ${asked} were asked for.`)];
}

function compareGroup(
  { groupName, userName }: Expected,
  groups: Shown["groups"],
): readonly VerificationItem[] {
  if (groups.kind === "cannot-see") {
    return [unseen(`The group ${groupName} and its members`, groups.words)];
  }
  const group = groups.part.find(({ name }) => name === groupName);
  if (group === undefined) return [item("missing", `There is no security group ${groupName}.`)];
  const isIn = group.members.some((member) => isSameAccount(member, userName));
  const others = group.members.filter((member) => !isSameAccount(member, userName));
  return [
    ...(group.active ? [] : [item("other", `The security group ${groupName} is inactive.`)]),
    ...(isIn ? [] : [item("missing", `${userName} is not in the group ${groupName}.`)]),
    ...others.map((member) => item("too-much", `${member} is in the group ${groupName} as well.`)),
  ];
}

/** The differences in what a group may do, item by item. */
export function comparePermissions(
  expected: Expected,
  sight: Shown["permissions"],
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
        item("too-much", `${access} on ${domain} is ${status}, and nobody asked for it.`),
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
  return [item("missing", `${permission.access} on ${permission.domain} is ${state}.`)];
}

/** Where no report tells, an answered read shows Get, and nothing shows the rest or what is there besides. */
function listUnproven(
  { permissions, probes, groupName }: Expected,
  why: string,
): readonly VerificationItem[] {
  const unproven = listPermissions(permissions).filter(
    ({ domain, access }) =>
      access !== "Get" ||
      !probes.some((probe) => probe.kind === "verified" && isSameDomain(probe.domain, domain)),
  );
  return [
    ...unproven.map(({ access, domain }) => unseen(`${access} on ${domain}`, why)),
    unseen(`Whether the group ${groupName} may do more than was asked`, why),
  ];
}

function compareReads(probes: readonly ProbeOutcome[]): readonly VerificationItem[] {
  return probes
    .filter((probe) => probe.kind === "refused")
    .map(({ domain, operation }) =>
      item("other", `${operation}, which needs Get on ${domain}, is refused to the new user.`),
    );
}

function isSame({ domain, access }: Permission, line: GroupPermission): boolean {
  return access === line.access && isSameDomain(domain, line.domain);
}

function item(kind: VerificationItem["kind"], words: string): VerificationItem {
  return { kind, words };
}

function unseen(what: string, why: string): VerificationItem {
  return item("unseen", `${what}: not seen. ${why}`);
}
