import type { Named } from "../../flows/inventory/existing-account.ts";
import { findInInventory } from "../../flows/inventory/inventory.ts";
import type { TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { describeFault } from "../blocks/messages.ts";
import { isNamed } from "../blocks/named-tenants.ts";
import type { BotParts } from "../slack/deps.ts";

/** An account as a command names it, and the tenants to look for it in. */
export interface Sought {
  readonly named: Named;
  readonly tenants: readonly Tenant[];
}

/** Reads `<ISU> [tenant or security group]`: what is no tenant's name is a group's. */
export function readSought(about: string, allowed: readonly Tenant[]): Sought {
  const [userName = "", ...words] = about.split(/\s+/);
  const rest = words.join(" ");
  const tenants = allowed.filter((tenant) => isNamed(tenant, rest));
  return tenants.length > 0
    ? { named: { userName, groupName: "" }, tenants }
    : { named: { userName, groupName: rest }, tenants: allowed };
}

/** Where an account was found, or one sentence for each tenant where it was not. */
export interface FoundIn extends Sought {
  readonly whyNot: readonly string[];
}

/** The tenants whose inventory has this account; where none has, those that show one that somebody else made. */
export async function findAccounts({ deps }: BotParts, sought: Sought): Promise<FoundIn> {
  const { named, tenants } = sought;
  const known: Tenant[] = [];
  for (const tenant of tenants) {
    const kept = await findInInventory(deps.store, { tenant: tenant.name, ...named });
    if (kept !== undefined) known.push(tenant);
  }
  if (known.length > 0) {
    return { named: { ...named, groupName: "" }, tenants: known, whyNot: [] };
  }
  const looked = await Promise.all(
    tenants.map(async (tenant) => ({ tenant, found: await deps.findExisting(tenant, named) })),
  );
  return {
    named,
    tenants: looked.filter(({ found }) => found.ok).map(({ tenant }) => tenant),
    whyNot: looked.flatMap(({ tenant, found }) =>
      found.ok ? [] : [describeWhyNot(tenant, found.error)],
    ),
  };
}

/** Why an account cannot be changed in a tenant. */
export function describeWhyNot({ label }: Tenant, check: TenantCheck): string {
  const words =
    check.kind === "fault" ? describeFault(check.fault) : Object.values(check.problems).join(" ");
  return `${label}: ${words}`;
}
