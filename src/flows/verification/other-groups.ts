import { isSameAccount } from "../model/account-name.ts";
import { isOneOf, isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen } from "../model/verification.ts";
import type { SecurityGroup } from "../ports/ports.ts";
import { truncate } from "../text/truncate.ts";
import { type Comparison, expectThat, found } from "./expectation.ts";
import type { ShownGroups } from "./find-group.ts";

/** A group that an account is in beside those that it was asked for. */
export interface OtherGroup {
  readonly groupName: string;
  /** What it may do, such as `Get on Worker Data: Workers`; absent where no report tells. */
  readonly gives?: readonly string[];
}

interface Shown extends ShownGroups {
  readonly permissions: Observation<readonly GroupPermission[]>;
}

/**
 * The groups that have the account as a member, without its own. Workday unites what the groups of an account give.
 *
 * @param own names of the groups that the account was put into by requests
 */
export function listOtherGroups(
  { userName, own }: { readonly userName: string; readonly own: readonly string[] },
  groups: readonly SecurityGroup[],
  permissions: Shown["permissions"],
): readonly OtherGroup[] {
  return groups
    .filter(
      ({ name, members }) =>
        !isOneOf(name, own) && members.some((member) => isSameAccount(member, userName)),
    )
    .map(({ name, active }) => ({
      groupName: active ? name : `${name} (inactive)`,
      ...(permissions.kind === "seen" && { gives: listGiven(permissions.part, name) }),
    }));
}

function listGiven(lines: readonly GroupPermission[], groupName: string): readonly string[] {
  return lines
    .filter(({ securityGroup }) => isSameName(securityGroup, groupName))
    .map(({ access, domain }) => `${access} on ${domain}`);
}

const longest = 600;

/** Such as `HR Everything, which gives Get on Worker Data: Workers`. */
export function describeOtherGroup({ groupName, gives }: OtherGroup): string {
  if (gives === undefined) return groupName;
  if (gives.length === 0) return `${groupName}, which gives nothing that a report shows`;
  return truncate(`${groupName}, which gives ${gives.join(", ")}`, longest);
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
    toItem("too-much", `${userName} is also in the group ${describeOtherGroup(one)}.`),
  );
  const rest = unlisted === undefined ? [] : [unseen(what, unlisted)];
  return { expected, findings: [found("other-groups", [...others, ...rest])] };
}
