import { type DelegationId, later, parseDelegationId } from "../../../src/flows/model/ids.ts";
import { type Delegation, dayMs } from "../../../src/flows/request/delegation.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { valueIn } from "../value-in.ts";
import { start } from "./a-request.ts";
import { acme, aTenant } from "./a-tenant.ts";
import { ann, bea, ben, dan, eve, fay } from "./people.ts";

export const delegationId: DelegationId = valueIn(parseDelegationId("DEL-7K3M9QXV"));

/** Ben is away for a week, and Fay decides for him. */
export function aDelegation(changes: Partial<Delegation> = {}): Delegation {
  return {
    id: delegationId,
    tenant: acme,
    by: ben,
    to: fay,
    from: start,
    until: later(start, 7 * dayMs),
    reason: "On holiday",
    ...changes,
  };
}

/** A tenant whose approvers may delegate. */
export function delegating(changes: Partial<Tenant> = {}): Tenant {
  const people = [ann, bea, ben, dan, eve, fay];
  return aTenant({ delegation: { to: { people, groups: [] }, maxDays: 30 }, ...changes });
}
