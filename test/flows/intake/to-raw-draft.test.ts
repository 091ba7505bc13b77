import { describe, expect, it } from "vitest";
import { fillFromRecipe, parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { listPermissions } from "../../../src/flows/model/permissions.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { leftOut, type OpenChoice } from "../../../src/flows/tenant/recipe-choices.ts";
import { readRecipes } from "../../../src/recipes.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";

const shipped = valueIn(readRecipes(["recipes"]));

const sparse: Recipe = {
  name: "acme-hr",
  vendor: "Acme HR",
  source: "Acme HR, guide",
  date: "2026-11-22",
  doNotAllowUiSessions: false,
  permissions: { Get: [], Put: ["A", "B"], View: [], Modify: [] },
};

/** Which access an open domain needs is for the requester to say as well. */
function leaveOut({ domain }: OpenChoice): OpenChoice {
  return { domain, choice: leftOut };
}

describe("toRawDraft", () => {
  it("opens a blank form with the tenant's defaults", () => {
    expect(fillFromRecipe(undefined, aTenant())).toEqual({
      kind: "create",
      tenant: acme,
      recipe: "",
      userName: "",
      newSystem: "",
      sessionTimeoutMinutes: "",
      doNotAllowUiSessions: true,
      groupName: "",
      domains: { Get: "", Put: "", View: "", Modify: "" },
      reason: "",
      ticket: "",
    });
  });

  it("leaves empty what a recipe does not say", () => {
    expect(fillFromRecipe(sparse, aTenant())).toMatchObject({
      recipe: "acme-hr",
      userName: "",
      newSystem: "Acme HR integration",
      sessionTimeoutMinutes: "",
      doNotAllowUiSessions: false,
      groupName: "",
      domains: { Get: "", Put: "A\nB", View: "", Modify: "" },
    });
  });

  it.each(shipped.list())("fills a form from $name with all that its guide says", (recipe) => {
    const tenant = aTenant({ refusedDomains: [] });
    const raw = fillFromRecipe(recipe, tenant);
    const hasDomains = listPermissions(recipe.permissions).length > 0;
    const lacking = {
      ...raw,
      userName: "ISU_Theirs",
      groupName: raw.groupName || "Their group",
      reason: "Because",
      ...(raw.signOn?.x509 === true && { signOn: { ...raw.signOn, x509Key: "Theirs_2026" } }),
      ...(hasDomains ? {} : { domains: { ...raw.domains, Get: "Payroll" } }),
      ...(raw.choices && { choices: { ...raw.choices, open: raw.choices.open.map(leaveOut) } }),
      // Which organizations is for the requester to say.
      ...(raw.group && { group: { ...raw.group, organizations: "Global Modern Services" } }),
    };

    expect(valueIn(parseDraft(lacking, tenant)).permissions).toEqual(
      hasDomains ? recipe.permissions : { ...recipe.permissions, Get: ["Payroll"] },
    );
  });

  it("brings the viva-learning recipe through the form unchanged", () => {
    const tenant = aTenant();
    const raw = fillFromRecipe(shipped.find("viva-learning"), tenant);

    expect(valueIn(parseDraft({ ...raw, reason: "Learning" }, tenant))).toEqual({
      kind: "create",
      tenant: acme,
      recipe: "viva-learning",
      userName: "ISU_Microsoft_Viva_Learning",
      system: { kind: "new", name: "Microsoft Viva Learning integration" },
      sessionTimeoutMinutes: 0,
      doNotAllowUiSessions: true,
      groupName: "ISU_Microsoft_Viva_Learning",
      permissions: {
        Get: [
          "Reports: Learning Record",
          "Manage: Learning Content",
          "Worker Data: Active and Terminated Workers",
          "Worker Data: Current staffing information",
          "Workday Accounts",
        ],
        Put: [],
        View: [],
        Modify: [],
      },
      reason: "Learning",
    });
  });
});
