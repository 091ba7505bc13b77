import type { PersonId } from "../model/ids.ts";
import type { Delegation } from "../request/delegation.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { AuthoritySources } from "./authorize.ts";

/** One who decides for another while a delegation is in force. */
export type Tie = Pick<Delegation, "by" | "to">;

/** Who decides for whom in a tenant right now; nobody where it has no delegation. */
export async function readTies(
  { delegations, now }: Pick<AuthoritySources, "delegations" | "now">,
  tenant: Tenant,
): Promise<readonly Tie[]> {
  return tenant.delegation === undefined ? [] : delegations.listInForce(tenant.name, now);
}

/** With whoever has a hand in something: who decides for them, and for whom they decide. */
export function withTied(hands: readonly PersonId[], ties: readonly Tie[]): ReadonlySet<PersonId> {
  const direct = new Set(hands);
  const tied = ties.flatMap(({ by, to }) => [
    ...(direct.has(by) ? [to] : []),
    ...(direct.has(to) ? [by] : []),
  ]);
  return new Set([...direct, ...tied]);
}
