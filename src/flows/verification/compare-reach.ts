import { toItem, type VerificationItem } from "../model/verification.ts";
import { byEye, type Comparison, expectThat, ifShown } from "./expectation.ts";
import { findShownGroup, type ShownGroups } from "./find-group.ts";
import type { Expected } from "./observed.ts";

const viewGroup = "Look at View Security Group.";

/**
 * Which groups administer the account's group, so that others can join it, and which include it, so that its members may do
 * what those may. Nobody asks for either; a group that was there before is as its owners have it.
 */
export function compareReach(
  { groupName, groupType }: Pick<Expected, "groupName" | "groupType">,
  shown: ShownGroups,
): Comparison {
  const facts = { administered: "group-administered", included: "group-included" };
  return groupType === undefined
    ? { expected: [], findings: [] }
    : compareReachOf({ groupName, facts }, shown);
}

/** Which groups administer or include a segment-based group, which a request always makes. */
export function compareSegmentReach(groupName: string, shown: ShownGroups): Comparison {
  const facts = {
    administered: `group-administered ${groupName}`,
    included: `group-included ${groupName}`,
  };
  return compareReachOf({ groupName, facts }, shown);
}

interface Reached {
  readonly groupName: string;
  /** What the two facts are called. */
  readonly facts: { readonly administered: string; readonly included: string };
}

function compareReachOf({ groupName, facts }: Reached, shown: ShownGroups): Comparison {
  const expected = [
    expectThat(facts.administered, `Which groups administer ${groupName}`, viewGroup),
    expectThat(facts.included, `Which groups include ${groupName}`, viewGroup),
  ];
  const group = findShownGroup(shown, groupName);
  const eye = shown.groups.kind === "seen" ? shown.groups.by : undefined;
  if (group.kind === "cannot-see") return { expected, findings: [] };
  // Where there is no group, nobody has to do with it: that it is missing is told by itself.
  const { administeredBy, includedIn } = group.part ?? { administeredBy: [], includedIn: [] };
  return {
    expected,
    findings: byEye(eye, [
      ...ifShown(facts.administered, administeredBy, (names) =>
        toItems(names, (one) => `${one} administers the group ${groupName}: it can add members.`),
      ),
      ...ifShown(facts.included, includedIn, (names) =>
        toItems(
          names,
          (one) => `${one} includes the group ${groupName}: its members may do what that one may.`,
        ),
      ),
    ]),
  };
}

function toItems(
  names: readonly string[],
  describe: (name: string) => string,
): readonly VerificationItem[] {
  return names.map((name) => toItem("too-much", `${describe(name)} Nobody asked for it.`));
}
