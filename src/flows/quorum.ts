import type { Draft } from "./draft.ts";
import type { PendingChanges } from "./pending.ts";
import { isSameDomain, listPermissions } from "./permissions.ts";
import type { Tenant } from "./tenant.ts";

/** What a request for domains that administer security needs at least. */
const sensitiveNeeds = 2;

/**
 * How many people have to approve: more where nobody sees what else would go live, and two at least for
 * domains that the owner allows although they administer security.
 */
export function neededFor(
  { approvals, sensitiveDomains }: Tenant,
  { permissions }: Draft,
  pending: PendingChanges,
): number {
  const needed = pending.kind === "seen" ? approvals.needed : approvals.neededWhenUnseen;
  const isSensitive = listPermissions(permissions).some(({ domain }) =>
    sensitiveDomains.some((sensitive) => isSameDomain(sensitive, domain)),
  );
  return isSensitive && needed < sensitiveNeeds ? sensitiveNeeds : needed;
}
