import { describe, expect, it } from "vitest";
import { TenantEntry } from "../../src/config/tenant-entry.ts";
import { toTenant } from "../../src/config/to-tenant.ts";
import { createCatalogue } from "../../src/flows/tenant/catalogue.ts";
import { aDomain } from "../support/data/a-domain.ts";
import { allBy } from "../support/data/a-tenant.ts";
import { aTenantEntry } from "./a-config.ts";

const catalogue = createCatalogue([
  {
    functionalAreas: [],
    domains: [
      aDomain("Security Administration", { administersSecurity: true }),
      aDomain("Set Up: Security", { administersSecurity: true, aliases: ["Setup: Security"] }),
      aDomain("Payroll"),
    ],
    businessProcesses: [],
  },
]);
const common = { team: "T024BE7LD", catalogue, findRecipe: () => undefined };

describe("toTenant", () => {
  it("knows in whose Workday account a person of the workspace works, and the runner", () => {
    const workdayAccounts = { U024BE7LH: "dokafor", runner: "ISU_Robot" };
    const entry = TenantEntry.parse(aTenantEntry({ workdayAccounts }));

    expect(toTenant(entry, common).workdayAccounts).toEqual({
      "T024BE7LD:U024BE7LH": "dokafor",
      runner: "ISU_Robot",
    });
    expect(() => TenantEntry.parse(aTenantEntry({ workdayAccounts: { "@dora": "a" } }))).toThrow(
      "a user id, such as U024BE7LH",
    );
    expect(toTenant(TenantEntry.parse(aTenantEntry()), common)).not.toHaveProperty(
      "workdayAccounts",
    );
  });

  it("gives people the workspace's team, and protects the bot's own account first", () => {
    const entry = TenantEntry.parse(aTenantEntry({ protectedAccounts: ["wd-runner"] }));

    expect(toTenant(entry, common)).toMatchObject({
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
    const tenant = toTenant(TenantEntry.parse(aTenantEntry()), common);

    expect(tenant).not.toHaveProperty("integrationTemplate");
    expect(tenant).not.toHaveProperty("userNameRule");
    expect(tenant).not.toHaveProperty("names");
  });

  it.each([
    [{}, { everyDays: 365, remindBeforeDays: [30, 7, 0] }],
    [{ secrets: { expiresAfterDays: 90 } }, { everyDays: 90, remindBeforeDays: [30, 7, 0] }],
    [
      { rotation: { everyDays: 45.5, remindBeforeDays: [] } },
      { everyDays: 45.5, remindBeforeDays: [] },
    ],
  ])("says when passwords are due with %j", (said, rotation) => {
    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common)).toMatchObject({ rotation });
  });

  it("says who signs on how, and what an approval needs besides", () => {
    const authenticationPolicy = { name: "Integrations", allowedTypes: ["X509"] };
    const approvals = { needed: 2, at: "plan", secondFactor: "passkey" };
    const said = { exemptFromPasswordExpiry: true, authenticationPolicy, approvals };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common)).toMatchObject({
      exemptFromPasswordExpiry: true,
      authenticationPolicy,
      approvals: { needed: 2, neededWhenUnseen: 2, at: "plan", secondFactor: "passkey" },
    });
  });

  it.each([
    [true, "both"],
    [false, "activation"],
  ])("reads beforeCreation: %s as it was meant", (beforeCreation, at) => {
    const said = { approvals: { beforeCreation } };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common).approvals.at).toBe(at);
  });

  it("says whether an activation may follow in production", () => {
    const said = { approvals: { activation: "follows" } };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common).approvals.activation).toBe(
      "follows",
    );
  });

  it("asks for approval once in one place", () => {
    const said = { approvals: { beforeCreation: true, at: "plan" } };

    expect(TenantEntry.safeParse(aTenantEntry(said)).error?.issues).toMatchObject([
      { path: ["approvals", "beforeCreation"], message: "no beforeCreation, since at says it" },
    ]);
  });

  it("leaves an authentication policy without a name to whoever does it", () => {
    const authenticationPolicy = { allowedTypes: ["X509"] };

    expect(
      toTenant(TenantEntry.parse(aTenantEntry({ authenticationPolicy })), common),
    ).toMatchObject({ authenticationPolicy });
  });

  it("gives a task that the implementation service does not know to a person, or to whoever activates", () => {
    const hands = { default: "implementation", activate: "runner" };

    expect(toTenant(TenantEntry.parse(aTenantEntry({ hands })), common).hands).toMatchObject({
      "grant-permissions": "implementation",
      "grant-business-processes": "person",
      "create-segment-group": "runner",
    });
  });

  it("takes no reminders that do not fall", () => {
    const rotation = { remindBeforeDays: [7, 30] };

    expect(TenantEntry.safeParse(aTenantEntry({ rotation })).success).toBe(false);
  });

  it("gives each task its own hand before the default one, and keeps what was said", () => {
    const said = {
      hands: { default: "runner", activate: "person" },
      integrationTemplate: "Cloud Integration Template",
      userNameRule: { pattern: "^ISU_", words: "Begin with ISU_." },
      names: { userName: "ISU_{vendor}" },
      taskLinks: { activate: "https://impl.example.com/activate" },
      approvalExpiresAfterHours: 0.0001,
    };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common)).toMatchObject({
      hands: {
        ...allBy("runner"),
        activate: "person",
        "activate-previous-timestamp": "person",
      },
      integrationTemplate: "Cloud Integration Template",
      userNameRule: said.userNameRule,
      names: said.names,
      taskLinks: said.taskLinks,
      approvalExpiresAfterMs: 360,
    });
  });

  it("gives plans a limit of their own where one is said, also under a recipe", () => {
    const approvals = { planExpiresAfterHours: 1 };
    const said = { approvals, perRecipe: { blank: { approvals: { planExpiresAfterHours: 2 } } } };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common)).toMatchObject({
      approvals: { planExpiresAfterMs: 3_600_000 },
      perRecipe: [{ rules: { approvals: { planExpiresAfterMs: 7_200_000 } } }],
    });
  });

  it("names readers and auditors where they are said", () => {
    const said = { readers: { groups: ["S0604QSJC"] }, auditors: { people: ["U0G9QF9C6"] } };

    expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common)).toMatchObject({
      readers: { people: [], groups: ["T024BE7LD:S0604QSJC"] },
      auditors: { people: ["T024BE7LD:U0G9QF9C6"], groups: [] },
    });
    const tenant = toTenant(TenantEntry.parse(aTenantEntry()), common);
    expect(tenant).not.toHaveProperty("readers");
    expect(tenant).not.toHaveProperty("auditors");
  });

  it("reminds and escalates in milliseconds", () => {
    const escalation = { afterHours: 24, approvers: { people: ["U0G9QF9C6"] } };
    const entry = TenantEntry.parse(aTenantEntry({ remindAfterHours: [1, 2.5], escalation }));

    expect(toTenant(entry, common)).toMatchObject({
      remindAfterMs: [3_600_000, 9_000_000],
      escalation: {
        afterMs: 86_400_000,
        approvers: { people: ["T024BE7LD:U0G9QF9C6"], groups: [] },
      },
    });
  });

  it.each([
    [{}, { at: "plan", needed: 1, neededWhenUnseen: 1 }],
    [{ needed: 2 }, { at: "plan", needed: 2, neededWhenUnseen: 2 }],
    [{ neededWhenUnseen: 3 }, { at: "plan", needed: 1, neededWhenUnseen: 3 }],
  ])(
    "asks for as many approvers as %j says, of the plan where it does not say when",
    (approvals, expected) => {
      const entry = TenantEntry.parse(aTenantEntry({ approvals }));

      expect(toTenant(entry, common).approvals).toEqual(expected);
    },
  );

  it.each<
    [
      what: string,
      said: Record<string, unknown>,
      refused: readonly string[],
      sensitive: readonly string[],
    ]
  >([
    ["nothing", {}, ["Security Administration", "Set Up: Security", "Setup: Security"], []],
    [
      "an empty list of refusals",
      { refusedDomains: [] },
      ["Security Administration", "Set Up: Security", "Setup: Security"],
      [],
    ],
    [
      "a refusal of its own",
      { refusedDomains: ["payroll"] },
      ["Security Administration", "Set Up: Security", "Setup: Security", "Payroll"],
      [],
    ],
    [
      "a permission by another spelling",
      { sensitiveDomains: ["setup:  security"] },
      ["Security Administration"],
      ["Set Up: Security", "Setup: Security"],
    ],
  ])(
    "refuses what the catalogue marks where a tenant says %s",
    (_what, said, refused, sensitive) => {
      expect(toTenant(TenantEntry.parse(aTenantEntry(said)), common)).toMatchObject({
        refusedDomains: refused,
        sensitiveDomains: sensitive,
      });
    },
  );

  it("throws for a team that the configuration should not have let through", () => {
    expect(() => toTenant(TenantEntry.parse(aTenantEntry()), { ...common, team: "acme" })).toThrow(
      "not-a-",
    );
  });
});
