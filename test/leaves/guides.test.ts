import { describe, expect, it } from "vitest";
import { readRecipes } from "../../src/recipes.ts";
import { valueIn } from "../support/value-in.ts";

const recipes = valueIn(readRecipes(["recipes"]));
const none: readonly string[] = [];

/** Written down from the guides themselves, so that a recipe that says something else is noticed. */
describe("a recipe asks for what its guide asks for", () => {
  it("Microsoft Viva Learning", () => {
    expect(recipes.find("viva-learning")).toMatchObject({
      userName: "ISU_Microsoft_Viva_Learning",
      groupName: "ISU_Microsoft_Viva_Learning",
      groupTypes: ["unconstrained"],
      sessionTimeoutMinutes: 0,
      permissions: {
        Get: [
          "Reports: Learning Record",
          "Manage: Learning Content",
          "Worker Data: Active and Terminated Workers",
          "Worker Data: Current staffing information",
          "Workday Accounts",
        ],
        Put: none,
        View: none,
        Modify: none,
      },
    });
  });

  it("Kolleno", () => {
    expect(recipes.find("kolleno")).toMatchObject({
      userName: "kolleno-integration",
      groupName: "Kolleno Integration Security Group",
      groupTypes: ["unconstrained"],
      permissions: {
        Get: none,
        Put: [
          "Manage: Customer Invoice",
          "Process: Customer Invoice Payment",
          "Process: Customer Invoice Payment/Settlement",
          "Process: Customer Payment",
        ],
        View: [
          "Customer Object Management",
          "Process: Banking",
          "Process: Customer Invoice (NEW)",
          "Process: Customer Invoice Payment",
          "Process: Project Billing",
          "Reports: Customer Accounts",
        ],
        Modify: [
          "Private Calculated Field Management",
          "Reports: Customer Documents",
          "Workday Query Language",
        ],
      },
      apiClient: {
        name: "Kolleno API Client",
        task: "Register API Client for Integrations",
        nonExpiringRefreshTokens: true,
        functionalAreas: ["Customer Accounts", "System"],
        includeWorkdayOwnedScope: false,
      },
      exemptFromPasswordExpiry: true,
    });
  });
});
