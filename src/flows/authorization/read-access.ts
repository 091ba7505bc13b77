import { err, ok, type Result } from "../../result.ts";
import type { PersonId } from "../model/ids.ts";
import type { Directory, Standing } from "../ports/directory.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";
/** What of a tenant somebody wants to read, beside the requests that concern them. */
export type ReadScope = "inventory" | "audit";

export type ReadRefusal =
  | Exclude<Standing, "member">
  | "cannot-tell-who-you-are"
  /** A member of the workspace who is on none of the lists. */
  | "not-listed";

/**
 * Who may read it. Without `readers`, those who see every request of the tenant in `status` anyway. Without
 * `auditors` nobody: the trail tells who decided what.
 */
export function listReaders(tenant: Tenant, reading: ReadScope): readonly PeopleList[] {
  if (reading === "audit") return tenant.auditors === undefined ? [] : [tenant.auditors];
  return tenant.readers === undefined ? [tenant.doers, tenant.approvers] : [tenant.readers];
}

/** Decides whether somebody may read it. Fails closed while Slack cannot say who they are. Safe to repeat. */
export async function authorizeRead(
  directory: Directory,
  { by, reading }: { readonly by: PersonId; readonly reading: ReadScope },
  tenant: Tenant,
): Promise<Result<void, ReadRefusal>> {
  const standing = await directory.findStanding(by);
  if (!standing.ok) return err("cannot-tell-who-you-are");
  if (standing.value !== "member") return err(standing.value);
  let isUnclear = false;
  for (const list of listReaders(tenant, reading)) {
    const listed = await directory.isOn(by, list);
    if (listed.ok && listed.value) return ok(undefined);
    isUnclear ||= !listed.ok;
  }
  return err(isUnclear ? "cannot-tell-who-you-are" : "not-listed");
}

/** What of the tenants somebody may read, and where Slack did not say. */
export interface ReadableTenants {
  readonly tenants: readonly Tenant[];
  readonly unclear: readonly Tenant[];
}

/** The first refusal is given where nothing may be read. */
export async function findReadable(
  directory: Directory,
  asked: { readonly by: PersonId; readonly reading: ReadScope },
  tenants: readonly Tenant[],
): Promise<Result<ReadableTenants, ReadRefusal>> {
  const readable: Tenant[] = [];
  const unclear: Tenant[] = [];
  let why: ReadRefusal = "not-listed";
  for (const tenant of tenants) {
    const may = await authorizeRead(directory, asked, tenant);
    if (may.ok) readable.push(tenant);
    else if (may.error === "cannot-tell-who-you-are") unclear.push(tenant);
    if (!may.ok && may.error !== "not-listed") why = may.error;
  }
  return readable.length === 0 ? err(why) : ok({ tenants: readable, unclear });
}
