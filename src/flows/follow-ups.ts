import { accountOf, type Draft } from "./draft.ts";
import type { Recipe } from "./recipe.ts";

/** Kinds of request that another one leads to. */
export const followUpKinds = ["activate-group", "api-client"] as const;

/** What is still missing when a request is carried out, and is asked for by itself: the command's name is its kind. */
export type FollowUp =
  /** Its group was made inactive. */
  | { readonly kind: "activate-group"; readonly userName: string }
  /** Its recipe's guide asks for a client, and the account has none. */
  | {
      readonly kind: "api-client";
      readonly userName: string;
      readonly vendor: string;
      /** Why the guide calls it optional; absent where it is needed. */
      readonly optional?: string;
    };

/**
 * What the account of a request lacks once the request is carried out, in the order in which it is asked for.
 *
 * @param recipe the one that the account was filled from, as it is now
 */
export function listFollowUps(draft: Draft, recipe: Recipe | undefined): readonly FollowUp[] {
  const account = accountOf(draft);
  if (account === undefined || account.kind === "retire") return [];
  const { userName, isGroupInactive, client } = account;
  return [
    ...(isGroupInactive === true ? [{ kind: "activate-group" as const, userName }] : []),
    ...(client === undefined ? missingClient(userName, recipe) : []),
  ];
}

/** Only a client that is registered for integrations belongs to the account, and the bot takes its values. */
function missingClient(userName: string, recipe: Recipe | undefined): readonly FollowUp[] {
  const { apiClient, vendor = "" } = recipe ?? {};
  if (apiClient?.task !== "Register API Client for Integrations") return [];
  const { optional } = apiClient;
  return [
    { kind: "api-client", userName, vendor, ...(optional === undefined ? {} : { optional }) },
  ];
}
