import type { Account } from "../request/draft.ts";
import type { ApiClientNeed, GroupType, Recipe } from "../tenant/recipe.ts";
import { commandFor } from "./next-steps.ts";

/** What a request does of the needs that it may do or not. */
type Asked = Pick<Account, "exemptFromPasswordExpiry" | "requireNewPassword"> & {
  readonly authenticationPolicy?: object;
  readonly x509?: object;
  readonly saml?: object;
  readonly group?: { readonly kind: string };
};

/** Without a request, what the form offers: it is filled with it. */
const offered: Asked = {
  exemptFromPasswordExpiry: true,
  requireNewPassword: true,
  x509: {},
  saml: {},
  group: { kind: "constrained" },
};

/**
 * What a recipe's guide asks for that no step of *create* does, each in a few plain words. A need leaves
 * this list when a step for it exists, or when it is part of what is asked for.
 */
export function listUnmetNeeds(recipe: Recipe, asked: Asked = offered): readonly string[] {
  const { apiClient, segments } = recipe;
  return [
    ...describeGroup(recipe.groupTypes ?? ["unconstrained"], asked),
    ...(apiClient === undefined ? [] : [describeApiClient(apiClient)]),
    ...(segments === undefined ? [] : [describeSegments(segments)]),
    ...describeTokens(recipe, asked),
    ...describeSigningOn(recipe, asked),
    ...(recipe.furtherTasks ?? []),
  ];
}

function describeTokens({ x509, saml }: Recipe, asked: Asked): readonly string[] {
  return [
    ...(asked.x509 === undefined
      ? describeTasks("signing on with an X.509 certificate", x509?.tasks)
      : []),
    ...(asked.saml === undefined ? describeTasks("signing on with SAML", saml?.tasks) : []),
  ];
}

function describeSigningOn(recipe: Recipe, asked: Asked): readonly string[] {
  const { authenticationPolicy: policy, exemptFromPasswordExpiry, requireNewPassword } = recipe;
  const isExempt = asked.exemptFromPasswordExpiry === true;
  const isChanged = asked.requireNewPassword === true;
  return [
    ...(policy === undefined || asked.authenticationPolicy !== undefined
      ? []
      : [describePolicy(policy)]),
    ...(exemptFromPasswordExpiry === true && !isExempt
      ? ["the account's exemption from password expiration in Maintain Password Rules"]
      : []),
    ...(requireNewPassword === true && !isChanged ? ["a new password at the next sign-in"] : []),
  ];
}

/** The bot makes integration system security groups; of what type one is that was there before nobody asks. */
function describeGroup(types: readonly GroupType[], { group }: Asked): readonly string[] {
  const { kind } = group ?? { kind: "unconstrained" };
  if (types.some((type) => type === "unconstrained" || type === kind)) return [];
  return [
    `a security group that is ${types.join(" or ")} (the bot makes integration system security groups, unconstrained or constrained)`,
  ];
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
