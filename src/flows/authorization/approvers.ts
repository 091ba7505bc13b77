import type { Request } from "../request/request.ts";
import { joinLists } from "../tenant/people-lists.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";
import { rulesOf } from "./recipe-rules.ts";

/** Who may approve this request: from its escalation on, those on the second list too. */
export function approversOf(request: Request, tenant: Tenant): PeopleList {
  return rulesFor(request, tenant).approvers;
}

/**
 * The rules for this request as they stand by now: its recipe's where it has some, with those on the second
 * list from the escalation on. Whatever is decided about a request is decided by these. Safe to repeat.
 */
export function rulesFor(request: Request, tenant: Tenant): Tenant {
  const rules = rulesOf(request.draft, tenant);
  const { approvers, escalation } = rules;
  if (!request.isEscalated || escalation === undefined) return rules;
  return { ...rules, approvers: joinLists([approvers, escalation.approvers]) };
}

/** The tenant's rules with everybody who may ever approve or carry out a task, for whichever recipe or person: each of them needs a passkey where it asks for one. */
export function rulesForAny(tenant: Tenant): Tenant {
  const { approvers, escalation, delegation, perRecipe } = tenant;
  const ofRecipes = perRecipe.flatMap(({ rules }) => [
    rules.approvers,
    rules.escalation?.approvers,
  ]);
  const doers = perRecipe.flatMap(({ rules }) => rules.doers ?? []);
  const lists = [approvers, escalation?.approvers, delegation?.to, ...ofRecipes];
  return {
    ...tenant,
    doers: joinLists([tenant.doers, ...doers]),
    approvers: joinLists(lists.filter((list) => list !== undefined)),
  };
}
