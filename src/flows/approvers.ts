import type { Request } from "./request.ts";
import type { PeopleList, Tenant } from "./tenant.ts";

/** Who may approve this request: from its escalation on, those on the second list too. */
export function approversOf(
  { isEscalated }: Request,
  { approvers, escalation }: Tenant,
): PeopleList {
  if (!isEscalated || escalation === undefined) return approvers;
  const { people, groups } = escalation.approvers;
  return {
    people: [...new Set([...approvers.people, ...people])],
    groups: [...new Set([...approvers.groups, ...groups])],
  };
}

/** The tenant's rules as they stand for this request by now. */
export function rulesFor(request: Request, tenant: Tenant): Tenant {
  return { ...tenant, approvers: approversOf(request, tenant) };
}
