import { describe, expect, it } from "vitest";
import type { State } from "../../src/doctor/finding.ts";
import { judgePlanFollows } from "../../src/doctor/plan-follows.ts";
import type { Tenant } from "../../src/flows/tenant/tenant.ts";
import { allBy, aTenant, aTenantOfPlans } from "../support/data/a-tenant.ts";

const follows = { needed: 1, neededWhenUnseen: 1, at: "plan", activation: "follows" } as const;

const columns = {};
const sighted = {
  reports: { owner: "ISU_Bot", pendingDomainPolicies: { name: "Pending", columns } },
};

describe("judgePlanFollows", () => {
  it.each<[why: string, tenant: Tenant, sees: boolean, state: State, words: string]>([
    ["all that it needs", aTenantOfPlans(), true, "ok", "exactly what was approved"],
    ["a person's hand", aTenantOfPlans({ hands: allBy("person") }), true, "ok", "People make"],
    [
      "a runner without an account",
      aTenantOfPlans({ workdayAccounts: {} }),
      true,
      "warning",
      "by which Workday account",
    ],
    ["no eye", aTenantOfPlans(), false, "warning", "Nothing shows"],
  ])("judges a tenant with %s", (_why, tenant, sees, state, words) => {
    const [finding, ...more] = judgePlanFollows(tenant, sees ? sighted : {});

    expect(finding?.state).toBe(state);
    expect(finding?.words).toContain(words);
    expect(more).toEqual([]);
  });

  it.each<[why: string, tenant: Tenant]>([
    ["approves before the activation", aTenant()],
    ["is in production", aTenantOfPlans({ production: true })],
    [
      "lets production follow without windows",
      aTenantOfPlans({ production: true, approvals: follows }),
    ],
  ])("says nothing of one that %s", (_why, tenant) => {
    expect(judgePlanFollows(tenant, sighted)).toEqual([]);
  });
});
