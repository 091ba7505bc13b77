import { isSameName } from "./names.ts";
import { type Access, type Permissions } from "./permissions.ts";
import type { GroupPermission } from "./tenant-reports.ts";

/** What a group may do, as these lines of the tenant's report tell it, each domain once. */
export function toPermissions(
  lines: readonly GroupPermission[],
  groupName: string,
  wanted?: GroupPermission["status"],
): Permissions {
  const own = lines.filter(
    ({ securityGroup, status }) =>
      isSameName(securityGroup, groupName) && (wanted ?? status) === status,
  );
  return {
    Get: domainsOf(own, "Get"),
    Put: domainsOf(own, "Put"),
    View: domainsOf(own, "View"),
    Modify: domainsOf(own, "Modify"),
  };
}

function domainsOf(lines: readonly GroupPermission[], wanted: Access): readonly string[] {
  return [...new Set(lines.filter(({ access }) => access === wanted).map(({ domain }) => domain))];
}
