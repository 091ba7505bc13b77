import type { Account } from "../request/draft.ts";
import type { ApiClientNeed, GroupType, Recipe } from "../tenant/recipe.ts";
import { commandFor } from "./next-steps.ts";

/** What a request does of the needs that it may do or not. Without one, the exemption is offered by the form. */
type Asked = Pick<Account, "exemptFromPasswordExpiry" | "authenticationPolicy">;

const offered: Asked = { exemptFromPasswordExpiry: true };

/**
 * What a recipe's guide asks for that no step of *create* does, each in a few plain words. A need leaves
 * this list when a step for it exists, or when it is part of what is asked for.
 */
export function listUnmetNeeds(recipe: Recipe, asked: Asked = offered): readonly string[] {
  const { apiClient, segments, x509, saml } = recipe;
  return [
    ...describeGroup(recipe.groupTypes ?? ["unconstrained"]),
    ...(apiClient === undefined ? [] : [describeApiClient(apiClient)]),
    ...(segments === undefined ? [] : [describeSegments(segments)]),
    ...describeTasks("signing on with an X.509 certificate", x509?.tasks),
    ...describeTasks("signing on with SAML", saml?.tasks),
    ...describeSigningOn(recipe, asked),
    ...(recipe.requireNewPassword === true ? ["a new password at the next sign-in"] : []),
    ...(recipe.furtherTasks ?? []),
  ];
}

function describeSigningOn(recipe: Recipe, asked: Asked): readonly string[] {
  const { authenticationPolicy: policy, exemptFromPasswordExpiry } = recipe;
  const isExempt = asked.exemptFromPasswordExpiry === true;
  return [
    ...(policy === undefined || asked.authenticationPolicy !== undefined
      ? []
      : [describePolicy(policy)]),
    ...(exemptFromPasswordExpiry === true && !isExempt
      ? ["the account's exemption from password expiration in Maintain Password Rules"]
      : []),
  ];
}

/** The bot makes an unconstrained group. */
function describeGroup(types: readonly GroupType[]): readonly string[] {
  if (types.includes("unconstrained")) return [];
  return [`a security group that is ${types.join(" or ")} (the bot makes an unconstrained one)`];
}

function describeApiClient(need: ApiClientNeed): string {
  const details = [
    ...(need.grant === undefined ? [] : [need.grant]),
    ...(need.nonExpiringRefreshTokens ? ["non-expiring refresh tokens"] : []),
    ...(need.functionalAreas.length === 0
      ? []
      : [`functional areas ${need.functionalAreas.join(", ")}`]),
    ...(need.includeWorkdayOwnedScope ? ["Workday-owned scope"] : []),
  ];
  const named = need.name === undefined ? "" : ` named ${need.name}`;
  const how = details.length === 0 ? "" : ` with ${details.join("; ")}`;
  const next =
    need.task === "Register API Client for Integrations"
      ? `, with ${commandFor("api-client")} once this is done`
      : "";
  return `an API client${next} (${need.task})${named}${how}${describeOptional(need.optional)}`;
}

function describeSegments({ by, optional }: NonNullable<Recipe["segments"]>): string {
  return `access by segments, with ${commandFor("segments")} once this is done (${by})${describeOptional(optional)}`;
}

function describeTasks(what: string, tasks: readonly string[] | undefined): readonly string[] {
  if (tasks === undefined) return [];
  return [tasks.length === 0 ? what : `${what}: ${tasks.join("; ")}`];
}

function describePolicy({
  allowedTypes,
  note,
}: NonNullable<Recipe["authenticationPolicy"]>): string {
  const types = allowedTypes.length === 0 ? "" : ` that allows ${allowedTypes.join(", ")}`;
  return `an authentication policy${types}${note === undefined ? "" : ` (${note})`}`;
}

function describeOptional(why: string | undefined): string {
  return why === undefined ? "" : ` (optional: ${why})`;
}
