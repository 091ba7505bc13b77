import type { ExistingGroup } from "../model/group-settings.ts";
import { listPermissions, type Permissions } from "../model/permissions.ts";
import type { TitledList } from "../model/titled-list.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What a group may do, under its title. */
export function listHeld(title: string, permissions: Permissions, tenant: Tenant): TitledList {
  const lines = markPermissions(permissions, tenant);
  return { title: `${title} (${lines.length}):`, lines: lines.length === 0 ? ["nothing"] : lines };
}

/** One line each, with what administers security. */
export function markPermissions(permissions: Permissions, tenant: Tenant): readonly string[] {
  return listPermissions(permissions).map(
    ({ access, domain }) => `${access}: ${domain}${markDomain(domain, tenant)}`,
  );
}

export function listMembers({ members }: ExistingGroup): TitledList {
  return {
    title: `In the group now (${members.length}):`,
    lines: members.length === 0 ? ["nobody"] : members,
  };
}
