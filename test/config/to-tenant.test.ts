import { describe, expect, it } from "vitest";
import { TenantEntry } from "../../src/config/tenant-entry.ts";
import { toTenant } from "../../src/config/to-tenant.ts";
import { allBy } from "../support/a-tenant.ts";
import { aTenantEntry } from "./a-config.ts";

describe("toTenant", () => {
  it("gives people the workspace's team, and protects the bot's own account first", () => {
    const entry = TenantEntry.parse(aTenantEntry({ protectedAccounts: ["wd-runner"] }));

    expect(toTenant(entry, "T024BE7LD")).toMatchObject({
      name: "acme_dpt1",
      requesters: { people: [], groups: ["T024BE7LD:S0614TZR7"] },
      doers: { people: ["T024BE7LD:U024BE7LH"], groups: [] },
      approvers: { people: ["T024BE7LD:U0G9QF9C6"], groups: ["T024BE7LD:S0604QSJC"] },
      approvalExpiresAfterMs: 72 * 3_600_000,
      hands: allBy("person"),
      protectedAccounts: ["ISU_Slack_Bot", "wd-runner"],
      taskLinks: {},
    });
  });

  it("leaves out what was not said", () => {
    const tenant = toTenant(TenantEntry.parse(aTenantEntry()), "T024BE7LD");

    expect(tenant).not.toHaveProperty("integrationTemplate");
    expect(tenant).not.toHaveProperty("userNameRule");
  });

  it("gives each task its own hand before the default one, and keeps what was said", () => {
    const said = {
      hands: { default: "runner", activate: "person" },
      integrationTemplate: "Cloud Integration Template",
      userNameRule: { pattern: "^ISU_", words: "Begin with ISU_." },
      taskLinks: { activate: "https://impl.example.com/activate" },
      approvalExpiresAfterHours: 0.0001,
    };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), "T024BE7LD")).toMatchObject({
      hands: { ...allBy("runner"), activate: "person" },
      integrationTemplate: "Cloud Integration Template",
      userNameRule: said.userNameRule,
      taskLinks: said.taskLinks,
      approvalExpiresAfterMs: 360,
    });
  });

  it("reminds and escalates in milliseconds", () => {
    const escalation = { afterHours: 24, approvers: { people: ["U0G9QF9C6"] } };
    const entry = TenantEntry.parse(aTenantEntry({ remindAfterHours: [1, 2.5], escalation }));

    expect(toTenant(entry, "T024BE7LD")).toMatchObject({
      remindAfterMs: [3_600_000, 9_000_000],
      escalation: {
        afterMs: 86_400_000,
        approvers: { people: ["T024BE7LD:U0G9QF9C6"], groups: [] },
      },
    });
  });

  it.each([
    [{}, { needed: 1, neededWhenUnseen: 1 }],
    [{ needed: 2 }, { needed: 2, neededWhenUnseen: 2 }],
    [{ neededWhenUnseen: 3 }, { needed: 1, neededWhenUnseen: 3 }],
  ])("asks for as many approvers as %j says", (approvals, expected) => {
    const entry = TenantEntry.parse(aTenantEntry({ approvals }));

    expect(toTenant(entry, "T024BE7LD").approvals).toEqual(expected);
  });

  it("throws for a team that the configuration should not have let through", () => {
    expect(() => toTenant(TenantEntry.parse(aTenantEntry()), "acme")).toThrow("not-a-");
  });
});
