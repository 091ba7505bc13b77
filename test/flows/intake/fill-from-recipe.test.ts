import { describe, expect, it } from "vitest";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

describe("fillFromRecipe", () => {
  it("proposes names by the tenant's own patterns, and the recipe's where there is none", () => {
    const recipe: Recipe = {
      name: "viva-learning",
      vendor: "Microsoft Viva: Société $& Co.",
      source: "Guide",
      date: "2026-11-22",
      userName: "ISU_Guide",
      groupName: "ISSG_Guide",
      doNotAllowUiSessions: true,
      permissions: aDraft().permissions,
    };
    const names = {
      userName: "INT-{vendor}",
      groupName: "{recipe} group",
      integrationSystem: "{Vendor} ({recipe})",
    };

    expect(fillFromRecipe(recipe, aTenant({ names }))).toMatchObject({
      userName: "INT-Microsoft_Viva_Societe_Co",
      groupName: "viva-learning group",
      newSystem: "Microsoft Viva: Société $& Co. (viva-learning)",
    });
    expect(fillFromRecipe(recipe, aTenant({ names: {} }))).toMatchObject({
      userName: "ISU_Guide",
      groupName: "ISSG_Guide",
      newSystem: "Microsoft Viva: Société $& Co. integration",
    });
    expect(fillFromRecipe(undefined, aTenant({ names }))).toMatchObject({ userName: "" });
  });

  it("begins with nobody having said which access an open domain needs", () => {
    const { permissions } = aDraft();
    const recipe: Recipe = {
      name: "acme",
      vendor: "Acme",
      source: "Guide",
      date: "2026-11-22",
      doNotAllowUiSessions: true,
      permissions,
    };
    const open = [{ domain: "Job Information", accesses: ["Get", "Put"] as const }];

    expect(fillFromRecipe({ ...recipe, open }, aTenant()).choices).toEqual({
      optional: {},
      open: [{ domain: "Job Information", choice: "" }],
    });
    expect(fillFromRecipe(recipe, aTenant())).not.toHaveProperty("choices");
  });

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
