import { isSameAccount } from "../model/account-name.ts";
import { type BusinessProcess, describeProcess } from "../model/business-process.ts";
import type { ExistingGroup } from "../model/group-settings.ts";
import type { Observation } from "../model/observation.ts";
import type { Permissions } from "../model/permissions.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import type { SignOn } from "../model/sign-on.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen, type Verification, type VerificationItem } from "../model/verification.ts";
import type { IntegrationSystemUser, SecurityGroup } from "../ports/workday.ts";
import type { ProbeOutcome } from "../request/event.ts";
import { compareHeld, comparePermissions } from "./compare-permissions.ts";
import { compareSegmented, compareSegmentsEnded } from "./compare-segmented.ts";
import { compareSignOn } from "./compare-sign-on.ts";
import {
  compareExemption,
  compareExemptionEnded,
  type ExemptionSight,
} from "./password-exemption.ts";

/** What one request asked the tenant to hold. */
export interface Expected {
  readonly systemId: string;
  readonly userName: string;
  readonly doNotAllowUiSessions: boolean;
  readonly sessionTimeoutMinutes?: number;
  /** Absent: a password of the bot's, and nothing else. */
  readonly signOn?: SignOn;
  /** Whether it is exempt from password expiration; absent: no. */
  readonly isExempt?: boolean;
  readonly groupName: string;
  readonly permissions: Permissions;
  /** Other accounts of the bot's in the group; absent: none. */
  readonly others?: readonly string[];
  /** Where the group was there before: its other members are no difference. */
  readonly existing?: ExistingGroup;
  /** Absent: active. */
  readonly isGroupInactive?: boolean;
  readonly businessProcesses?: readonly BusinessProcess[];
  /** What the account may do in segments only. Absent: nothing. */
  readonly segmented?: SegmentedAccess;
  /** What reads as the new user showed, once. */
  readonly probes: readonly ProbeOutcome[];
}

/** What the tenant shows now. */
export interface Observed {
  readonly user: Observation<IntegrationSystemUser | undefined>;
  readonly groups: Observation<readonly SecurityGroup[]>;
  readonly permissions: Observation<readonly GroupPermission[]>;
  readonly exemptions: ExemptionSight;
}

/**
 * Compares what was asked with what the tenant shows. Reports and reads are evidence for the same list: what
 * one of them contradicts is different, whatever the others say, and what none of them showed is unverified.
 */
export function compareAccount(expected: Expected, shown: Observed): Verification {
  const items = [
    ...compareSettings(expected, shown.user),
    ...compareGroup(expected, shown.groups),
    ...comparePermissions(expected, shown.permissions),
    ...compareReads(expected.probes),
    ...compareExemption(expected, shown.exemptions),
    ...listProcesses(expected),
    ...compareSegmented(expected, shown),
  ];
  return toVerification(items);
}

/** What a comparison comes to: nothing to say is verified, and what was only not seen is unverified. */
export function toVerification(items: readonly VerificationItem[]): Verification {
  if (items.length === 0) return { outcome: "verified", items };
  const isUnseen = items.every(({ kind }) => kind === "unseen");
  return { outcome: isUnseen ? "unverified" : "different", items };
}

/** What is left of an account that should be closed, without a group and without permissions. */
export function compareRetired(expected: Expected, shown: Observed): Verification {
  return toVerification([
    ...compareClosed(expected, shown.user),
    ...compareLeft(expected, shown.groups),
    ...(expected.existing === undefined ? compareHeld(expected, shown.permissions) : []),
    ...compareExemptionEnded(expected, shown.exemptions),
    ...listProcesses(expected),
    ...compareSegmentsEnded(expected.segmented, shown),
  ]);
}

/** Before the activation the pending report shows them; once they are active no report does. */
function listProcesses({ businessProcesses = [] }: Expected): readonly VerificationItem[] {
  return businessProcesses.map((one) =>
    unseen(describeProcess(one), "No report tells who may initiate an action."),
  );
}

function compareClosed(
  { userName, systemId }: Expected,
  user: Observed["user"],
): readonly VerificationItem[] {
  if (user.kind === "cannot-see") return [unseen(`The account ${userName}`, user.words)];
  if (user.part === undefined || !isSameAccount(user.part.userName, userName)) return [];
  if (user.part.doNotAllowUiSessions === undefined)
    return [unseen("UI sessions", "Workday does not say.")];
  return user.part.doNotAllowUiSessions
    ? []
    : [toItem("too-much", `The account ${userName} on ${systemId} is open to UI sessions.`)];
}

function compareLeft(
  { groupName, userName, existing }: Expected,
  groups: Observed["groups"],
): readonly VerificationItem[] {
  if (groups.kind === "cannot-see") return [unseen(`The group ${groupName}`, groups.words)];
  const group = groups.part.find(({ name }) => name === groupName);
  if (group === undefined) return [];
  const isIn = group.members.some((member) => isSameAccount(member, userName));
  return [
    ...(isIn ? [toItem("too-much", `${userName} is still in the group ${groupName}.`)] : []),
    ...(group.active && existing === undefined
      ? [toItem("too-much", `The security group ${groupName} is still active.`)]
      : []),
  ];
}

function compareSettings(expected: Expected, user: Observed["user"]): readonly VerificationItem[] {
  const { userName, systemId } = expected;
  if (user.kind === "cannot-see") return [unseen(`The account ${userName}`, user.words)];
  if (user.part === undefined) {
    return [toItem("missing", `The integration system ${systemId} has no user ${userName}.`)];
  }
  if (!isSameAccount(user.part.userName, userName)) {
    const words = `The integration system ${systemId} has the user ${user.part.userName} in place of ${userName}.`;
    return [toItem("other", words)];
  }
  return [
    ...compareUiSessions(expected, user.part),
    ...compareTimeout(expected, user.part),
    ...compareSignOn(expected.signOn ?? {}, user.part),
  ];
}

function compareUiSessions(
  { doNotAllowUiSessions: asked }: Expected,
  { doNotAllowUiSessions: now }: IntegrationSystemUser,
): readonly VerificationItem[] {
  if (now === undefined) return [unseen("UI sessions", "Workday does not say.")];
  if (now === asked) return [];
  return asked
    ? [toItem("other", "The account is open to UI sessions, and was asked to be closed to them.")]
    : [toItem("other", "The account is closed to UI sessions, and was asked to be open to them.")];
}

function compareTimeout(
  { sessionTimeoutMinutes: asked }: Expected,
  { sessionTimeoutMinutes: now }: IntegrationSystemUser,
): readonly VerificationItem[] {
  if (asked === undefined || now === undefined || asked === now) return [];
  return [toItem("other", `The session timeout is ${now} minutes, and ${asked} were asked for.`)];
}

function compareGroup(
  { groupName, userName, others = [], existing, isGroupInactive = false }: Expected,
  groups: Observed["groups"],
): readonly VerificationItem[] {
  if (groups.kind === "cannot-see") {
    return [unseen(`The group ${groupName} and its members`, groups.words)];
  }
  const group = groups.part.find(({ name }) => name === groupName);
  if (group === undefined) return [toItem("missing", `There is no security group ${groupName}.`)];
  const isIn = group.members.some((member) => isSameAccount(member, userName));
  const known = [userName, ...others, ...(existing?.members ?? [])];
  const strangers = group.members.filter(
    (member) => !known.some((one) => isSameAccount(member, one)),
  );
  const state = group.active ? "active" : "inactive";
  return [
    ...(group.active === isGroupInactive
      ? [toItem("other", `The security group ${groupName} is ${state}.`)]
      : []),
    ...(isIn ? [] : [toItem("missing", `${userName} is not in the group ${groupName}.`)]),
    ...strangers.map((member) =>
      toItem("too-much", `${member} is in the group ${groupName} as well.`),
    ),
  ];
}

function compareReads(probes: readonly ProbeOutcome[]): readonly VerificationItem[] {
  return probes
    .filter((probe) => probe.kind === "refused")
    .map(({ domain, operation }) =>
      toItem("other", `${operation}, which needs Get on ${domain}, is refused to the new user.`),
    );
}
