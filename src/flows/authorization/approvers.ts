import { toReleaseDraft } from "../kinds/activate.ts";
import { type RequestId, theBot } from "../model/ids.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { ApprovalWait } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import { countFor } from "../request/waits.ts";
import { joinLists } from "../tenant/people-lists.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";
import { rulesFilledFrom, rulesOf } from "./recipe-rules.ts";

/** Who may approve this request, or a part of its card: from its escalation on, those on the second list too. */
export function approversOf(request: Request, tenant: Tenant): PeopleList {
  const own = rulesFor(request, tenant).approvers;
  const { phase } = request;
  if (phase.kind !== "waiting-for-approval") return own;
  const { asked } = phase;
  if (asked.parts === undefined) return own;
  // Each request of a release, and each other one of which something goes live, has its own, by its recipe.
  const lists = asked.parts.flatMap(({ request: part }) => {
    const { approvers, escalation } = rulesOfPart(request, tenant, { asked, part });
    const isCalled = listCalledParts(request, phase).includes(part);
    return isCalled && escalation !== undefined ? [approvers, escalation.approvers] : [approvers];
  });
  return joinLists(lists);
}

/** Whose second list was called of a card with parts. An earlier version called the card's own, and wrote none down. */
export function listCalledParts(
  { id, isEscalated }: Request,
  { called }: Pick<ApprovalWait, "called">,
): readonly RequestId[] {
  return called ?? (isEscalated ? [id] : []);
}

/**
 * Whether one person may decide all that is open of a card: each of its parts by the same list. Those on second lists are
 * left out.
 */
export function hasOneList(
  request: Request,
  tenant: Tenant,
  { asked, given }: Pick<ApprovalWait, "asked" | "given">,
): boolean {
  const { parts = [] } = asked;
  const open = parts.filter((part) => countFor(part.request, given) < part.needed);
  const lists = open.map((part) =>
    JSON.stringify(rulesOfPart(request, tenant, { asked, part: part.request }).approvers),
  );
  return new Set(lists).size <= 1;
}

/** By which rules one part of a card is decided: the request's own, those of another one's recipe, or the tenant's. */
export function rulesOfPart(
  { id, draft }: Pick<Request, "id" | "draft">,
  tenant: Tenant,
  { asked, part }: { readonly asked: ApprovalAsked; readonly part: RequestId },
): Tenant {
  if (part === id) return rulesOf(draft, tenant);
  const other = asked.others.find((one) => one.id === part);
  const recipe = other?.member?.rulesOf ?? other?.rulesOf;
  return recipe === undefined ? tenant : rulesFilledFrom(recipe, tenant);
}

/** Whose second lists decide by now, of some parts of a card; nobody's where it is out no more. */
export function listCalled(
  request: Request,
  tenant: Tenant,
  parts: readonly RequestId[],
): PeopleList {
  const { phase } = request;
  if (phase.kind !== "waiting-for-approval") return joinLists([]);
  const { asked } = phase;
  const rules = parts.map((part) => rulesOfPart(request, tenant, { asked, part }));
  return joinLists(rules.flatMap(({ escalation }) => escalation?.approvers ?? []));
}

/** What of a request's card none of the bot's requests asked for: by the tenant's own rules, and nobody's. */
export function toOwnerless(card: Request): Request {
  const draft = toReleaseDraft(card.draft.tenant, []);
  return { ...card, askedBy: theBot, draft, carriedOutBy: [], approvedBefore: [] };
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
