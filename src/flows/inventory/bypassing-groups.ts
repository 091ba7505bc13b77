import { isSameAccount } from "../model/account-name.ts";
import { isSameName } from "../model/names.ts";
import { listPermissions, type Permissions } from "../model/permissions.ts";
import type { BypassingGroup } from "../model/segments.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { SecurityGroup } from "../ports/workday.ts";

/**
 * Groups that hold what the account is to hold in segments only, without those of the request. Whether one
 * of them is segment-based itself, and which aggregation groups include one, no report says.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday", step 8
 */
export function listBypassingGroups(
  {
    userName,
    permissions,
    own,
  }: {
    readonly userName: string;
    readonly permissions: Permissions;
    readonly own: readonly string[];
  },
  {
    groups,
    held,
  }: { readonly groups: readonly SecurityGroup[]; readonly held: readonly GroupPermission[] },
): readonly BypassingGroup[] {
  const asked = listPermissions(permissions);
  const names = new Set<string>();
  for (const { securityGroup, access, domain } of held) {
    const isAsked = asked.some((one) => one.access === access && isSameName(one.domain, domain));
    if (isAsked && !own.some((name) => isSameName(name, securityGroup))) names.add(securityGroup);
  }
  return [...names].toSorted().map((groupName) => ({
    groupName,
    hasAccount: groups.some(
      ({ name, members }) =>
        name === groupName && members.some((member) => isSameAccount(member, userName)),
    ),
  }));
}
