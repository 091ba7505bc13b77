import { isGuarded } from "./catalogue.ts";
import type { Tenant } from "./tenant.ts";

/** What is said of a domain that administers security. */
export const securityMark = "administers security";

/** A domain that administers security says so wherever somebody decides about it. */
export function markDomain(domain: string, tenant: Tenant): string {
  return isGuarded(tenant, domain) ? ` (${securityMark})` : "";
}
