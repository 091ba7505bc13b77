import { z } from "zod";
import {
  domainPermission,
  findDomain,
  findGroup,
  permissionKey,
  proposeChange,
} from "../security.ts";
import type { Permission, TenantState } from "../state.ts";
import { aTask, done, refused } from "./task.ts";

const Lines = z
  .array(
    z.strictObject({
      domain: z.string().min(1),
      access: z.array(z.enum(["Get", "Put", "View", "Modify"])).min(1),
    }),
  )
  .default([]);

/** "Maintain Permissions for Security Group": all of it is pending until an activation. */
export const maintainPermissions = aTask({
  name: "maintain-permissions",
  fields: z.strictObject({ group: z.string().min(1), grant: Lines, revoke: Lines }),
  perform(state, { group: name, grant, revoke }, by) {
    const group = findGroup(state, name);
    if (group === undefined) return refused(`There is no security group "${name}".`);
    if (grant.length + revoke.length === 0) return refused("No permission was chosen.");
    const unknown = [...grant, ...revoke].filter(
      ({ domain }) => findDomain(state, domain) === undefined,
    );
    if (unknown.length > 0) {
      const names = unknown.map(({ domain }) => `"${domain}"`).join(", ");
      return refused(`There is no domain security policy ${names}.`);
    }

    const added = permissionsOf(state, group.name, grant);
    const removed = permissionsOf(state, group.name, revoke);
    const both = new Set(added.map(permissionKey));
    if (removed.some((permission) => both.has(permissionKey(permission)))) {
      return refused("The same permission is both granted and revoked.");
    }
    for (const permission of added) proposeChange(state, permission, "Added", by);
    for (const permission of removed) proposeChange(state, permission, "Removed", by);
    return done(`Permissions of "${group.name}" are changed, pending activation.`);
  },
});

function permissionsOf(
  state: TenantState,
  group: string,
  lines: z.infer<typeof Lines>,
): Permission[] {
  return lines.flatMap(({ domain, access }) =>
    access.map((right) => domainPermission(findDomain(state, domain) ?? domain, group, right)),
  );
}
