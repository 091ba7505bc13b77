import { describe, expect, it } from "vitest";
import {
  listNextSteps,
  listTasksAfterwards,
  type NextStep,
} from "../../../src/flows/planning/next-steps.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { ApiClientNeed, Recipe } from "../../../src/flows/tenant/recipe.ts";
import { aDraft, anEndOfSegments, aSegmentDraft } from "../../support/data/a-draft.ts";
import { acme } from "../../support/data/a-tenant.ts";

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
const account = { tenant: acme, userName: "ISU_Viva" };
const asked: NextStep = { kind: "api-client", ...account, vendor: "Viva" };
const activation: NextStep = { kind: "activate-group", ...account, groupName: "ISSG_Viva" };
const by = "learning topics";
const restriction: NextStep = { kind: "segments", ...account, by, vendor: "Viva" };

/** An account whose segment-based group was made inactive. */
const { segmented } = aSegmentDraft();
const inactive = { ...segmented, isInactive: true } as const;
const ofSegments: NextStep = { ...activation, groupName: segmented.groupName };

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
  it.each<[what: string, draft: Draft, recipe: Recipe | undefined, next: readonly NextStep[]]>([
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
      "the inactive segment-based group",
      aSegmentDraft({ segmented: inactive }),
      undefined,
      [ofSegments],
    ],
    [
      "the account's own group before its segment-based one",
      aSegmentDraft({ segmented: inactive, isGroupInactive: true }),
      undefined,
      [activation],
    ],
    [
      "the segment-based group once the own one is active",
      { ...aDraft(), kind: "activate-group", segmented: inactive },
      undefined,
      [ofSegments],
    ],
    [
      "no segment-based group that a request just ended",
      anEndOfSegments({ segmented: inactive }),
      undefined,
      [],
    ],
    [
      "the segments that the guide asks for",
      aDraft(),
      { ...aRecipe(), segments: { by } },
      [restriction],
    ],
    [
      "the segments that the guide calls optional, after the client",
      aDraft(),
      { ...aRecipe(need), segments: { by, optional: "for less" } },
      [asked, { ...restriction, optional: "for less" }],
    ],
    ["no segments where there are some", aSegmentDraft(), { ...aRecipe(), segments: { by } }, []],
    [
      "no segments where they just ended",
      anEndOfSegments(),
      { ...aRecipe(), segments: { by } },
      [],
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
    expect(listNextSteps(draft, recipe)).toEqual(next);
  });
});

describe("what a guide asks somebody to do afterwards", () => {
  const recipe: Recipe = { ...aRecipe(), afterwards: ["Paste it"] };

  it.each<[what: string, draft: Draft, recipe: Recipe | undefined, tasks: readonly string[]]>([
    ["comes back with a new account", aDraft(), recipe, ["Paste it"]],
    ["is nothing without a recipe", aDraft(), undefined, []],
    ["does not come back with what is done to the account later", aSegmentDraft(), recipe, []],
  ])("%s", (_what, draft, from, tasks) => {
    expect(listTasksAfterwards(draft, from)).toEqual(tasks);
  });
});
