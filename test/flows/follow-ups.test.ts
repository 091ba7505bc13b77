import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/flows/draft.ts";
import { type FollowUp, listFollowUps } from "../../src/flows/follow-ups.ts";
import type { ApiClientNeed, Recipe } from "../../src/flows/recipe.ts";
import { aDraft } from "../support/a-draft.ts";
import { acme } from "../support/a-tenant.ts";

const need: ApiClientNeed = {
  task: "Register API Client for Integrations",
  nonExpiringRefreshTokens: true,
  functionalAreas: ["System"],
  includeWorkdayOwnedScope: false,
};
const client = {
  name: "Viva API Client",
  nonExpiringRefreshTokens: true,
  functionalAreas: ["System"],
  includeWorkdayOwnedScope: false,
};
const asked: FollowUp = { kind: "api-client", userName: "ISU_Viva", vendor: "Viva" };
const activation: FollowUp = { kind: "activate-group", userName: "ISU_Viva" };

function aRecipe(apiClient?: ApiClientNeed): Recipe {
  return {
    name: "viva-learning",
    vendor: "Viva",
    source: "Viva, guide",
    date: "2026-11-01",
    doNotAllowUiSessions: true,
    permissions: { Get: [], Put: [], View: [], Modify: [] },
    ...(apiClient === undefined ? {} : { apiClient }),
  };
}

describe("what comes after a request", () => {
  it.each<[what: string, draft: Draft, recipe: Recipe | undefined, next: readonly FollowUp[]]>([
    ["nothing, without a recipe", aDraft(), undefined, []],
    ["nothing, where the guide asks for no client", aDraft(), aRecipe(), []],
    ["the client that the guide asks for", aDraft(), aRecipe(need), [asked]],
    [
      "the client that the guide calls optional, with its reason",
      aDraft(),
      aRecipe({ ...need, optional: "for WQL" }),
      [{ ...asked, optional: "for WQL" }],
    ],
    [
      "no client of a person's own, which the bot takes no values of",
      aDraft(),
      aRecipe({ ...need, task: "Register API Client" }),
      [],
    ],
    ["no client where there is one", aDraft({ client }), aRecipe(need), []],
    [
      "no client where one was just disabled",
      { ...aDraft(), kind: "disable-client", client },
      aRecipe(need),
      [],
    ],
    [
      "the inactive group first",
      aDraft({ isGroupInactive: true }),
      aRecipe(need),
      [activation, asked],
    ],
    [
      "nothing for a retired account",
      { ...aDraft({ isGroupInactive: true }), kind: "retire" },
      aRecipe(need),
      [],
    ],
    [
      "nothing for a request about no account",
      { kind: "activate", tenant: acme, reason: "Now" },
      undefined,
      [],
    ],
  ])("is %s", (_what, draft, recipe, next) => {
    expect(listFollowUps(draft, recipe)).toEqual(next);
  });
});
