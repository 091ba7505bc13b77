import { listMemberRequests } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { joinLists } from "../tenant/people-lists.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";
import { rulesFilledFrom, rulesOf } from "./recipe-rules.ts";

/** Who may approve this request: from its escalation on, those on the second list too. */
export function approversOf(request: Request, tenant: Tenant): PeopleList {
  const own = rulesFor(request, tenant).approvers;
  const { phase, members } = request;
  if (members === undefined || phase.kind !== "waiting-for-approval") return own;
  // Each request of a release has its own, by its recipe.
  const recipes = listMemberRequests(phase.asked.others).flatMap(
    ({ member }) => member.rulesOf ?? [],
  );
  const theirs = [...new Set(recipes)].map((recipe) => rulesFilledFrom(recipe, tenant).approvers);
  return joinLists([own, ...theirs]);
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

/**
 * The tenant's rules with everybody who may ever approve or carry out a task, for whichever recipe or person. Where the
 * tenant asks for passkeys, each of them needs one.
 */
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
