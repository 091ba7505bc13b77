import { listBypassingGroups } from "../inventory/bypassing-groups.ts";
import type { Observation } from "../model/observation.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { type EyeName, toItem, unseen } from "../model/verification.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { describeType } from "./compare-group.ts";
import { compareHeld, comparePermissions } from "./compare-permissions.ts";
import { compareSegmentReach } from "./compare-reach.ts";
import {
  byEye,
  type ComparedFacts,
  type Comparison,
  type Expectation,
  expectThat,
  found,
  ifShown,
} from "./expectation.ts";
import { findShownGroup, type ShownGroups } from "./find-group.ts";

interface Shown extends ShownGroups {
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
): Comparison {
  if (segmented === undefined) return { expected: [], findings: [] };
  const { groupName, permissions } = segmented;
  const held = comparePermissions({ groupName, permissions, probes: [] }, shown.permissions);
  const group = findShownGroup(shown, groupName);
  const reach = compareSegmentReach(groupName, shown);
  const ways = findWays({ userName, permissions, own: [own, groupName] }, shown);
  return {
    expected: [
      expectGroup(groupName),
      expectType(groupName),
      ...reach.expected,
      ...held.expected,
      expectNoOtherWay(groupName),
    ],
    findings: [
      ...byEye(eyeOf(group), compareGroup(segmented, group)),
      ...byEye(eyeOf(group), compareSegmentType(groupName, group)),
      ...reach.findings,
      ...inGroup(groupName, held.findings),
      ...byEye(eyeOf(shown.groups), ways),
    ],
  };
}

/** What is left of a segment-based group that should be inactive and hold nothing. */
export function compareSegmentsEnded(
  segmented: SegmentedAccess | undefined,
  shown: Shown,
): Comparison {
  if (segmented === undefined) return { expected: [], findings: [] };
  const { groupName } = segmented;
  const held = compareHeld({ groupName }, shown.permissions);
  const group = findShownGroup(shown, groupName);
  return {
    expected: [expectGroup(groupName), ...held.expected],
    findings: [
      ...byEye(eyeOf(group), compareClosed(groupName, group)),
      ...inGroup(groupName, held.findings),
    ],
  };
}

function expectGroup(groupName: string): Expectation {
  return expectThat(toFact(groupName), `The group ${groupName}`, "Look at View Security Group.");
}

function expectType(groupName: string): Expectation {
  const what = `Whether the group ${groupName} is segment-based`;
  return expectThat(toTypeFact(groupName), what, "Look at its type in View Security Group.");
}

function toTypeFact(groupName: string): string {
  return `group-type ${groupName}`;
}

/** Where there is no group, that it is missing is told by itself. A group of another type opens every segment. */
function compareSegmentType(
  groupName: string,
  shown: Observation<SecurityGroup | undefined>,
): readonly ComparedFacts[] {
  if (shown.kind === "cannot-see") return [];
  if (shown.part === undefined) return [found(toTypeFact(groupName), [])];
  return ifShown(toTypeFact(groupName), shown.part.type, (type) => {
    if (type.kind === "other" && /segment-based/i.test(type.name)) return [];
    const words = `The security group ${groupName} is ${describeType(type)}, and was asked to be segment-based.`;
    return [toItem("other", words)];
  });
}

function toFact(groupName: string): string {
  return `group ${groupName}`;
}

function compareGroup(
  { groupName, isInactive }: SegmentedAccess,
  shown: Observation<SecurityGroup | undefined>,
): readonly ComparedFacts[] {
  if (shown.kind === "cannot-see") return [notSeen(groupName, shown.words)];
  const group = shown.part;
  if (group === undefined) {
    return [
      found(toFact(groupName), [toItem("missing", `There is no security group ${groupName}.`)]),
    ];
  }
  const state = group.active ? "active" : "inactive";
  const isAsAsked = group.active !== (isInactive === true);
  const words = `The security group ${groupName} is ${state}.`;
  return [found(toFact(groupName), isAsAsked ? [] : [toItem("other", words)])];
}

function notSeen(groupName: string, why: string): ComparedFacts {
  return found(toFact(groupName), [unseen(`The group ${groupName}`, why)]);
}

function compareClosed(
  groupName: string,
  shown: Observation<SecurityGroup | undefined>,
): readonly ComparedFacts[] {
  if (shown.kind === "cannot-see") return [notSeen(groupName, shown.words)];
  const isActive = shown.part?.active === true;
  const words = `The security group ${groupName} is still active.`;
  return [found(toFact(groupName), isActive ? [toItem("too-much", words)] : [])];
}

function expectNoOtherWay(groupName: string): Expectation {
  return expectThat(
    "ways",
    `Whether the account may reach without segments what ${groupName} may do`,
    "Nobody could compare its groups. Look at View Security Groups for User.",
  );
}

/** Where groups or what they may do cannot be seen, nobody compared them. */
function findWays(
  asked: Parameters<typeof listBypassingGroups>[0],
  { groups, permissions, unlisted }: Shown,
): readonly ComparedFacts[] {
  if (groups.kind === "cannot-see" || unlisted !== undefined) return [];
  if (permissions.kind === "cannot-see") return [];
  const ways = listBypassingGroups(asked, { groups: groups.part, held: permissions.part })
    .filter(({ hasAccount }) => hasAccount)
    .map(({ groupName }) =>
      toItem(
        "too-much",
        `${asked.userName} is in the group ${groupName} too, which may do some of the same: through it the account may reach every segment.`,
      ),
    );
  return [found("ways", ways)];
}

function eyeOf(shown: Observation<unknown>): EyeName | undefined {
  return shown.kind === "seen" ? shown.by : undefined;
}

function inGroup(groupName: string, findings: readonly ComparedFacts[]): readonly ComparedFacts[] {
  return findings.map(({ items, ...finding }) => ({
    ...finding,
    items: items.map(({ kind, words }) => ({ kind, words: `${groupName}: ${words}` })),
  }));
}
