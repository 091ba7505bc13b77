import type { Tenant } from "../../flows/tenant/tenant.ts";

/** Whether a text names a tenant, in whatever letters. */
export function isNamed({ name }: Tenant, typed: string): boolean {
  return name.toLowerCase() === typed.toLowerCase();
}

/** The tenant that is named; all of them where none is. */
export function narrowTo(tenants: readonly Tenant[], typed: string): readonly Tenant[] {
  const named = tenants.filter((tenant) => isNamed(tenant, typed));
  return named.length === 0 ? tenants : named;
}

/** The tenant that a form opens with, by name; empty where there is none. */
export function firstOf(tenants: readonly Tenant[]): string {
  return tenants[0]?.name ?? "";
}
