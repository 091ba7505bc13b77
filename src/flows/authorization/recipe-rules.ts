import { kindOf } from "../kinds/kinds.ts";
import { isSameProcess } from "../model/business-process.ts";
import { isSameName } from "../model/names.ts";
import { listPermissions } from "../model/permissions.ts";
import { heldBy } from "../model/segments.ts";
import { type Account, type AccountDraft, accountOf, type Draft } from "../request/draft.ts";
import type { Recipe } from "../tenant/recipe.ts";
import type { ApprovalTime, RecipeRules, Tenant } from "../tenant/tenant.ts";

/** Stands in the configuration for requests that are filled from no recipe. */
export const blankRecipe = "blank";

/**
 * Whose rules a draft falls under. *Departed*: it asks for more than the recipe that it was filled from, so
 * the rules that its owner wrote for the recipe say nothing about it.
 */
export type RulesOrigin =
  | { readonly kind: "tenant" }
  | { readonly kind: "recipe"; readonly own: RecipeRules }
  | { readonly kind: "departed"; readonly own: RecipeRules };

/**
 * Decides whose rules count: the tenant's for a request about no account. A recipe's count while every permission is one
 * of the recipe's own, and UI sessions are not allowed where the recipe forbids them; the names of the account and the
 * group do not matter.
 * A group that was there before may hold anything, so no recipe names what joining it gives.
 */
export function originOf(draft: Draft, tenant: Tenant): RulesOrigin {
  const account = accountOf(draft);
  if (account === undefined) return { kind: "tenant" };
  const own = findOwn(account.recipe, tenant);
  if (own === undefined) return { kind: "tenant" };
  const isLikeIt = isAsInRecipe(account, own) && !isMoreExempt(account, own, tenant);
  return { kind: isLikeIt ? "recipe" : "departed", own };
}

/**
 * The tenant's rules as they stand for a draft. One that departed from its recipe falls under the tenant's
 * own, and never under fewer approvals than its recipe asks for: adding to it makes nothing easier.
 */
export function rulesOf(draft: Draft, tenant: Tenant): Tenant {
  const origin = originOf(draft, tenant);
  switch (origin.kind) {
    case "tenant":
      return tenant;
    case "recipe":
      return withRules(tenant, origin.own);
    case "departed":
      return {
        ...tenant,
        approvals: {
          ...tenant.approvals,
          ...moreOf(tenant.approvals, origin.own.rules.approvals),
        },
      };
  }
}

/** Whether a draft's recipe says for itself when people are called, who more may approve later, or how long it waits. */
export function callsByItself(draft: Draft, tenant: Tenant): boolean {
  const origin = originOf(draft, tenant);
  if (origin.kind !== "recipe") return false;
  const { remindAfterMs, escalation, approvalExpiresAfterMs } = origin.own.rules;
  return [remindAfterMs, escalation, approvalExpiresAfterMs].some((rule) => rule !== undefined);
}

/** The rules for what is filled from a recipe and not changed yet; `undefined` for blank. */
export function rulesFilledFrom(recipe: string | undefined, tenant: Tenant): Tenant {
  const own = findOwn(recipe, tenant);
  return own === undefined ? tenant : withRules(tenant, own);
}

function findOwn(recipe: string | undefined, tenant: Tenant): RecipeRules | undefined {
  return tenant.perRecipe.find((own) => own.recipe === (recipe ?? blankRecipe));
}

/** Each rule replaces the tenant's as a whole; whether a passkey is asked for is the tenant's to say. */
function withRules(tenant: Tenant, { rules }: RecipeRules): Tenant {
  const { approvals = tenant.approvals } = rules;
  return { ...tenant, ...rules, approvals: { ...tenant.approvals, ...approvals } };
}

/** A recipe that cannot be found covers nothing. */
function isAsInRecipe(account: AccountDraft, { covers }: RecipeRules): boolean {
  const { doNotAllowUiSessions, group } = account;
  if (covers === "anything") return true;
  if (group?.kind === "existing") return false;
  if (covers === undefined || !isClientAsInRecipe(account, covers)) return false;
  if (covers.doNotAllowUiSessions && !doNotAllowUiSessions) return false;
  if (!areProcessesAsInRecipe(account, covers)) return false;
  return listPermissions(heldBy(account)).every(({ access, domain }) =>
    covers.permissions[access].some((own) => isSameName(own, domain)),
  );
}

function areProcessesAsInRecipe(
  { businessProcesses = [] }: Pick<Account, "businessProcesses">,
  { businessProcesses: named = [] }: Pick<Recipe, "businessProcesses">,
): boolean {
  return businessProcesses.every((one) => named.some((own) => isSameProcess(own, one)));
}

/** An exemption that neither the recipe nor the tenant gives by itself. */
function isMoreExempt(
  { exemptFromPasswordExpiry }: Pick<Account, "exemptFromPasswordExpiry">,
  { covers }: RecipeRules,
  tenant: Tenant,
): boolean {
  if (covers === "anything" || exemptFromPasswordExpiry !== true) return false;
  return covers?.exemptFromPasswordExpiry !== true && tenant.exemptFromPasswordExpiry !== true;
}

/** A new client needs a recipe that names one with as much scope; what becomes of it later is the account's matter. */
function isClientAsInRecipe(
  account: AccountDraft,
  { apiClient }: Pick<Recipe, "apiClient">,
): boolean {
  const { client } = account;
  if (kindOf(account).makes !== "client" || client === undefined) return true;
  if (apiClient === undefined) return false;
  const isOwned = apiClient.includeWorkdayOwnedScope || !client.includeWorkdayOwnedScope;
  const areas = apiClient.functionalAreas;
  return isOwned && client.functionalAreas.every((area) => areas.includes(area));
}

function moreOf(
  own: Tenant["approvals"],
  others: Tenant["approvals"] | undefined,
): Tenant["approvals"] {
  if (others === undefined) return own;
  const at = bothTimes(own.at, others.at);
  return {
    needed: larger(own.needed, others.needed),
    neededWhenUnseen: larger(own.neededWhenUnseen, others.neededWhenUnseen),
    ...(at !== undefined && { at }),
  };
}

/** Where the two say otherwise, an approval is asked for whenever one of them asks for it. */
function bothTimes(
  own: ApprovalTime | undefined,
  other: ApprovalTime | undefined,
): ApprovalTime | undefined {
  return other === undefined || other === (own ?? "activation") ? own : "both";
}

function larger(one: number, other: number): number {
  return one > other ? one : other;
}
