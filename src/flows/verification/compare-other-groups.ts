import { listOtherGroups } from "../inventory/other-groups.ts";
import type { Observation } from "../model/observation.ts";
import { describeMembership } from "../model/other-group.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen } from "../model/verification.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";
import type { ShownGroups } from "./find-group.ts";

interface Shown extends ShownGroups {
  readonly permissions: Observation<readonly GroupPermission[]>;
}

/** Every other group of the account is one too much: what it gives nobody asked for. */
export function compareOtherGroups(
  asked: { readonly userName: string; readonly own: readonly string[] },
  { groups, permissions, unlisted }: Shown,
): Comparison {
  const { userName } = asked;
  const what = `Which other groups ${userName} is in`;
  const expected = [expectThat("other-groups", what, "Look at View Security Groups for User.")];
  if (groups.kind === "cannot-see") {
    return { expected, findings: [found("other-groups", [unseen(what, groups.words)])] };
  }
  const others = listOtherGroups(asked, groups.part, permissions).map((one) =>
    toItem("too-much", `${userName} is also in the group ${describeMembership(one)}.`),
  );
  const rest = unlisted === undefined ? [] : [unseen(what, unlisted)];
  const hidden = groups.part.filter((group) => group.hidesMembers === true);
  const perhaps = hidden.length === 0 ? [] : [unseen(what, describeHidden(hidden))];
  const items = [...others, ...rest, ...perhaps];
  return { expected, findings: byEye(groups.by, [found("other-groups", items)]) };
}

/** So many groups are named; the rest is counted. */
const mostNamed = 5;

function describeHidden(groups: readonly SecurityGroup[]): string {
  const names = groups.slice(0, mostNamed).map(({ name }) => name);
  const more = groups.length - names.length;
  const rest = more === 0 ? "" : ` and ${more} more`;
  return `Not every member shows of ${names.join(", ")}${rest}.`;
}
