import { listBypassingGroups } from "../inventory/bypassing-groups.ts";
import type { Observation } from "../model/observation.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { compareHeld, comparePermissions } from "./compare-permissions.ts";

interface Shown {
  readonly groups: Observation<readonly SecurityGroup[]>;
  readonly permissions: Observation<readonly GroupPermission[]>;
}

interface Expected {
  readonly userName: string;
  readonly groupName: string;
  /** Absent: nothing is to be compared. */
  readonly segmented?: SegmentedAccess;
}

/**
 * Compares the segment-based group with what was asked for it. A way to the same without segments is one too
 * much.
 */
export function compareSegmented(
  { userName, groupName: own, segmented }: Expected,
  shown: Shown,
): readonly VerificationItem[] {
  if (segmented === undefined) return [];
  const { groupName, permissions } = segmented;
  return [
    ...compareGroup(segmented, shown.groups),
    ...comparePermissions({ groupName, permissions, probes: [] }, shown.permissions).map((item) =>
      inGroup(groupName, item),
    ),
    ...listWays({ userName, permissions, own: [own, groupName] }, shown),
  ];
}

/** What is left of a segment-based group that should be inactive and hold nothing. */
export function compareSegmentsEnded(
  segmented: SegmentedAccess | undefined,
  { groups, permissions }: Shown,
): readonly VerificationItem[] {
  if (segmented === undefined) return [];
  const { groupName } = segmented;
  return [
    ...compareClosed(groupName, groups),
    ...compareHeld({ groupName }, permissions).map((item) => inGroup(groupName, item)),
  ];
}

function compareGroup(
  { groupName, isInactive }: SegmentedAccess,
  groups: Shown["groups"],
): readonly VerificationItem[] {
  if (groups.kind === "cannot-see") return [unseen(`The group ${groupName}`, groups.words)];
  const group = groups.part.find(({ name }) => name === groupName);
  if (group === undefined) return [toItem("missing", `There is no security group ${groupName}.`)];
  if (group.active !== (isInactive === true)) return [];
  const state = group.active ? "active" : "inactive";
  return [toItem("other", `The security group ${groupName} is ${state}.`)];
}

function compareClosed(groupName: string, groups: Shown["groups"]): readonly VerificationItem[] {
  if (groups.kind === "cannot-see") return [unseen(`The group ${groupName}`, groups.words)];
  return groups.part.some(({ name, active }) => name === groupName && active)
    ? [toItem("too-much", `The security group ${groupName} is still active.`)]
    : [];
}

function listWays(
  asked: Parameters<typeof listBypassingGroups>[0],
  { groups, permissions }: Shown,
): readonly VerificationItem[] {
  if (groups.kind === "cannot-see" || permissions.kind === "cannot-see") return [];
  return listBypassingGroups(asked, { groups: groups.part, held: permissions.part })
    .filter(({ hasAccount }) => hasAccount)
    .map(({ groupName }) =>
      toItem(
        "too-much",
        `${asked.userName} is in the group ${groupName} too, which may do some of the same: through it the account may reach every segment.`,
      ),
    );
}

function inGroup(groupName: string, { kind, words }: VerificationItem): VerificationItem {
  return { kind, words: `${groupName}: ${words}` };
}
