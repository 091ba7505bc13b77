import { describe, expect, it } from "vitest";
import { checkRecipeNames } from "../../src/config/check-recipe-names.ts";
import { TenantEntry } from "../../src/config/tenant-entry.ts";
import { toTenant } from "../../src/config/to-tenant.ts";
import { createCatalogue } from "../../src/flows/tenant/catalogue.ts";
import { viva } from "../bot/support/an-office.ts";
import { aTenantEntry } from "./a-config.ts";

const recipes = {
  find: (name: string) => [viva].find((one) => one.name === name),
  list: () => [viva],
};

const common = { team: "T1", catalogue: createCatalogue([]), findRecipe: () => undefined };

function entryWith(perRecipe: Record<string, unknown>): TenantEntry {
  return TenantEntry.parse(aTenantEntry({ perRecipe }));
}

describe("delegation", () => {
  it("is off unless somebody may be named, for thirty days unless said", () => {
    const delegation = { to: { people: ["U1"] } };
    const entry = TenantEntry.parse(aTenantEntry({ delegation }));

    expect(toTenant(entry, common).delegation).toEqual({
      to: { people: ["T1:U1"], groups: [] },
      maxDays: 30,
    });
    expect(toTenant(entryWith({}), common)).not.toHaveProperty("delegation");
    expect(TenantEntry.safeParse(aTenantEntry({ delegation: { to: {} } })).success).toBe(false);
  });
});

describe("rules for recipes", () => {
  it("are a problem where there is no such recipe, with the key's path", () => {
    const tenants = [entryWith({ blank: {} }), entryWith({ "viva-learning": {}, kollena: {} })];

    expect(checkRecipeNames({ tenants }, recipes)).toEqual([
      {
        key: "tenants[1].perRecipe.kollena",
        found: "a recipe that is not there",
        expected: "the name of a file in recipes/ or in your own folder, or blank",
      },
    ]);
  });

  it("name the recipe that was meant by one with a letter wrong", () => {
    const tenants = [entryWith({ "viva-lerning": {} })];

    expect(checkRecipeNames({ tenants }, recipes)).toMatchObject([
      { key: "tenants[0].perRecipe.viva-lerning", meant: "viva-learning" },
    ]);
  });

  it("know what their recipe covers, and count for nothing without it", () => {
    const entry = entryWith({
      blank: { approvals: { needed: 2 } },
      "viva-learning": {
        requesters: { people: ["U1"] },
        doers: { people: ["U2"] },
        approvers: { groups: ["S1"] },
        escalation: { afterHours: 1, approvers: { people: ["U3"] } },
        remindAfterHours: [1, 2],
        approvalExpiresAfterHours: 5,
      },
    });
    const [blank, own] = toTenant(entry, { ...common, findRecipe: recipes.find }).perRecipe;

    expect(blank).toEqual({
      recipe: "blank",
      covers: "anything",
      rules: { approvals: { needed: 2, neededWhenUnseen: 2 } },
    });
    expect(own).toEqual({
      recipe: "viva-learning",
      covers: viva,
      rules: {
        requesters: { people: ["T1:U1"], groups: [] },
        doers: { people: ["T1:U2"], groups: [] },
        approvers: { people: [], groups: ["T1:S1"] },
        escalation: { afterMs: 3_600_000, approvers: { people: ["T1:U3"], groups: [] } },
        remindAfterMs: [3_600_000, 7_200_000],
        approvalExpiresAfterMs: 18_000_000,
      },
    });
    expect(toTenant(entry, common).perRecipe[1]).not.toHaveProperty("covers");
  });
});
