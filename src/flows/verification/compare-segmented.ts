import { listBypassingGroups } from "../inventory/bypassing-groups.ts";
import type { Observation } from "../model/observation.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { compareHeld, comparePermissions } from "./compare-permissions.ts";
import {
  type ComparedFacts,
  type Comparison,
  type Expectation,
  expectThat,
  found,
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
  const ways = listWays({ userName, permissions, own: [own, groupName] }, shown);
  return {
    expected: [
      expectGroup(groupName),
      ...held.expected,
      expectThat("ways", describeWays(userName), "The tenant has no report of it."),
    ],
    findings: [
      ...compareGroup(segmented, findShownGroup(shown, groupName)),
      ...inGroup(groupName, held.findings),
      ...(ways === undefined ? [] : [found("ways", ways)]),
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
  return {
    expected: [expectGroup(groupName), ...held.expected],
    findings: [
      ...compareClosed(groupName, findShownGroup(shown, groupName)),
      ...inGroup(groupName, held.findings),
    ],
  };
}

function expectGroup(groupName: string): Expectation {
  return expectThat(toFact(groupName), `The group ${groupName}`, "The tenant has no report of it.");
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

function describeWays(userName: string): string {
  return `Whether ${userName} reaches the same without segments`;
}

/** `undefined` where nobody can see them. */
function listWays(
  asked: Parameters<typeof listBypassingGroups>[0],
  { groups, permissions, unlisted }: Shown,
): readonly VerificationItem[] | undefined {
  if (groups.kind === "cannot-see" || unlisted !== undefined) return undefined;
  if (permissions.kind === "cannot-see") return undefined;
  return listBypassingGroups(asked, { groups: groups.part, held: permissions.part })
    .filter(({ hasAccount }) => hasAccount)
    .map(({ groupName }) =>
      toItem(
        "too-much",
        `${asked.userName} is in the group ${groupName} too, which may do some of the same: through it the account may reach every segment.`,
      ),
    );
}

function inGroup(groupName: string, findings: readonly ComparedFacts[]): readonly ComparedFacts[] {
  return findings.map(({ facts, items }) => ({
    facts,
    items: items.map(({ kind, words }) => ({ kind, words: `${groupName}: ${words}` })),
  }));
}
