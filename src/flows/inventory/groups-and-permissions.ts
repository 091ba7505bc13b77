import { ok, type Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { SecurityGroup, Workday } from "../ports/workday.ts";

export interface GroupsAndPermissions {
  readonly groups: readonly SecurityGroup[];
  readonly permissions: readonly GroupPermission[];
}

/**
 * All groups of a tenant and all that they may do, active or pending. Changes nothing.
 *
 * @returns `undefined` where the tenant does not show the one or the other
 */
export async function readGroupsAndPermissions(
  workday: Pick<Workday, "readSecurityGroups" | "readGroupPermissions">,
): Promise<Result<GroupsAndPermissions | undefined, Fault>> {
  const groups = await workday.readSecurityGroups();
  if (!groups.ok) return groups;
  const held = await workday.readGroupPermissions();
  if (!held.ok) return held;
  if (groups.value === undefined || held.value.kind === "cannot-see") return ok(undefined);
  return ok({ groups: groups.value, permissions: held.value.permissions });
}
