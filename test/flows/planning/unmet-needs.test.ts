import { describe, expect, it } from "vitest";
import { listUnmetNeeds } from "../../../src/flows/planning/unmet-needs.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";

const plain: Recipe = {
  name: "acme-hr",
  vendor: "Acme HR",
  source: "Acme HR, guide",
  date: "2026-11-22",
  doNotAllowUiSessions: true,
  permissions: { Get: ["Payroll"], Put: [], View: [], Modify: [] },
};

const client = {
  task: "Register API Client for Integrations",
  nonExpiringRefreshTokens: false,
  functionalAreas: [],
  includeWorkdayOwnedScope: false,
} as const;

describe("listBeyond", () => {
  it("says nothing of what the plan does", () => {
    const recipe: Recipe = {
      ...plain,
      groupTypes: ["constrained", "unconstrained"],
      requireNewPassword: false,
      exemptFromPasswordExpiry: false,
      notes: ["Read it."],
    };

    expect(listUnmetNeeds(recipe)).toEqual([]);
  });

  it.each<[what: string, needs: Partial<Recipe>, said: string]>([
    [
      "another kind of group",
      { groupTypes: ["constrained", "segment-based"] },
      "a security group that is constrained or segment-based (the bot makes integration system security groups, unconstrained or constrained)",
    ],
    [
      "an API client",
      { apiClient: client },
      "an API client, with /workday-isu api-client once this is done (Register API Client for Integrations)",
    ],
    [
      "an API client with everything",
      {
        apiClient: {
          task: "Register API Client",
          name: "Acme",
          grant: "SAML Bearer Grant",
          nonExpiringRefreshTokens: true,
          functionalAreas: ["Staffing", "System"],
          includeWorkdayOwnedScope: true,
          optional: "OAuth",
        },
      },
      "an API client (Register API Client) named Acme with SAML Bearer Grant; non-expiring refresh tokens; functional areas Staffing, System; Workday-owned scope (optional: OAuth)",
    ],
    [
      "access by segments",
      { segments: { by: "learning topics", optional: "for less to see" } },
      "access by segments, with /workday-isu segments once this is done (learning topics) (optional: for less to see)",
    ],
    [
      "a certificate",
      { x509: { tasks: ["A", "B"] } },
      "signing on with an X.509 certificate: A; B",
    ],
    ["SAML", { saml: { tasks: [] } }, "signing on with SAML"],
    [
      "an authentication policy",
      { authenticationPolicy: { allowedTypes: ["X509"], note: "on top" } },
      "an authentication policy that allows X509 (on top)",
    ],
    ["any policy", { authenticationPolicy: { allowedTypes: [] } }, "an authentication policy"],
    ["a new password", { requireNewPassword: true }, "a new password at the next sign-in"],
    ["something else", { furtherTasks: ["a report"] }, "a report"],
  ])("says %s", (_what, needs, said) => {
    expect(listUnmetNeeds({ ...plain, ...needs }, {})).toEqual([said]);
  });

  it.each<[what: string, needs: Partial<Recipe>]>([
    ["a constrained group", { groupTypes: ["constrained"] }],
    ["x509", { x509: { tasks: ["A"] } }],
    ["SAML", { saml: { tasks: [] } }],
    ["a new password", { requireNewPassword: true }],
    ["the exemption", { exemptFromPasswordExpiry: true }],
  ])("says nothing of %s, which the form is filled with", (_what, needs) => {
    expect(listUnmetNeeds({ ...plain, ...needs })).toEqual([]);
  });

  it("names a group of users, which no request makes", () => {
    expect(listUnmetNeeds({ ...plain, groupTypes: ["user-based"] })).toHaveLength(1);
  });

  it("says what is not part of a request, and not what is", () => {
    const authenticationPolicy = { allowedTypes: ["X509"] };
    const recipe: Recipe = { ...plain, exemptFromPasswordExpiry: true, authenticationPolicy };

    expect(listUnmetNeeds(recipe, {})).toEqual([
      "an authentication policy that allows X509",
      "the account's exemption from password expiration in Maintain Password Rules",
    ]);
    expect(listUnmetNeeds(recipe)).toEqual(["an authentication policy that allows X509"]);
    expect(
      listUnmetNeeds(recipe, { exemptFromPasswordExpiry: true, authenticationPolicy }),
    ).toEqual([]);
  });
});
