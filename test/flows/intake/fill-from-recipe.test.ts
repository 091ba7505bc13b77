import { describe, expect, it } from "vitest";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

describe("fillFromRecipe", () => {
  it("begins with x509, SAML and a new password that a recipe asks for, exempt as the tenant says", () => {
    const { permissions } = aDraft();
    const recipe: Recipe = {
      name: "beamery",
      vendor: "Beamery",
      source: "Guide",
      date: "2026-11-22",
      doNotAllowUiSessions: true,
      permissions,
      groupTypes: ["constrained"],
      x509: { tasks: ["Create x509 Public Key"] },
      saml: { tasks: [] },
      requireNewPassword: true,
    };
    const tenant = aTenant({ exemptFromPasswordExpiry: true });

    expect(fillFromRecipe(recipe, tenant)).toMatchObject({
      signOn: {
        x509: true,
        x509Key: "",
        saml: true,
        requireNewPassword: true,
        exemptFromPasswordExpiry: true,
      },
      group: { groupType: "constrained", organizations: "" },
    });
    const { requireNewPassword: _no, saml: _none, ...onlyX509 } = recipe;
    expect(fillFromRecipe(onlyX509, aTenant()).signOn).toMatchObject({
      x509: true,
      saml: false,
      exemptFromPasswordExpiry: false,
    });
  });
});
