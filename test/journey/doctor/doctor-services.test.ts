import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, inject, it, onTestFinished } from "vitest";
import type { Variation } from "../../../sandbox/settings.ts";
import { acmeTenant } from "../../../sandbox/workday/acme-tenant.ts";
import { type Breakage, expectFinding } from "../../support/processes/breakage.ts";

type Table = readonly (readonly [why: string, breakage: Breakage])[];

/** Nobody listens there; `fetch` refuses some other low ports by itself. */
const nowhere = "http://127.0.0.1:2";
const area = "Workday acme_dpt1";
/** Keys that nobody else in the play knows. */
const strangers = generateKeyPairSync("ed25519", {
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

const names = {
  owner: "ISU_Slack_Bot",
  pendingDomainPolicies: { name: "ISU_Bot_Pending_Domain_Policies" },
  pendingBusinessProcessPolicies: { name: "ISU_Bot_Pending_Business_Process_Policies" },
  securityGroups: { name: "ISU_Bot_Security_Groups" },
  groupPermissions: { name: "ISU_Bot_Group_Permissions" },
  securityTimestamps: { name: "ISU_Bot_Security_Timestamps" },
  passwordExemptions: { name: "ISU_Bot_Password_Exemptions" },
  accounts: { name: "ISU_Bot_Accounts" },
};

const learning = "Manage: Learning Content";
const monitoring = "Workday Account Monitoring";

/** The bot's group with Get and Put on these domains alone. */
function allowedTo(...domains: readonly string[]): NonNullable<Breakage["options"]> {
  const permissions = Object.fromEntries(
    domains.map((domain) => [domain, ["Get", "Put"] as const]),
  );
  const groups = [{ name: "ISSG_Slack_Bot", members: ["ISU_Slack_Bot"], permissions }];
  return { tenantDefinition: { ...acmeTenant, groups } };
}

function withReports(reports: object): Variation {
  return { tenant: { reports: { ...names, ...reports } } };
}

const workday: Table = [
  [
    "a host out of reach",
    {
      settings: { tenant: { servicesUrl: nowhere } },
      finds: { area, what: "web services", words: "could not be reached", remedy: "servicesUrl" },
    },
  ],
  [
    "a version that the tenant does not know",
    {
      settings: { tenant: { version: "v60.0" } },
      finds: { area, what: "web services", words: "version", remedy: "version of this tenant" },
    },
  ],
  [
    "a wrong password, tried once",
    {
      settings: { env: { WORKDAY_PASSWORD: "wrong-canary-1" } },
      finds: { area, what: "sign-on", words: "Tried once", remedy: "account.userName" },
    },
  ],
  [
    "a tenant that does not answer in time",
    {
      settings: { tenant: { timeoutSeconds: 0.3 } },
      break: ({ workday: { failNext } }) => failNext({ kind: "delay", ms: 60_000, times: 9 }),
      finds: { area, what: "web services", words: "broke off", remedy: "firewalls" },
    },
  ],
  [
    "no Get on Manage: Learning Content, which few need",
    {
      options: allowedTo("Integration Security", "Integration Build", monitoring),
      finds: {
        area,
        what: `Get on ${learning}`,
        state: "warning",
        words: "may not call Get_Learning_Topics",
        remedy:
          "Only /workday-isu segments needs it. Grant Get on the domain Manage: Learning Content",
      },
    },
  ],
  [
    "no Get on Integration Security",
    {
      options: allowedTo("Integration Build", learning, monitoring),
      finds: {
        area,
        what: "Get on Integration Security",
        words: "may not call Get_Integration_System_Users",
        remedy: "Grant Get on the domain Integration Security",
      },
    },
  ],
  [
    "no right to read the log of sign-ons",
    {
      options: allowedTo("Integration Security", "Integration Build", learning),
      finds: {
        area,
        what: "eye: sign-ons",
        state: "warning",
        words: "None. The account signed on, but is not allowed to do this.",
        remedy: "Grant Get on Workday Account Monitoring",
      },
    },
  ],
  [
    "no Get on Integration Build",
    {
      options: allowedTo("Integration Security", learning, monitoring),
      finds: {
        area,
        what: "Get on Integration Build",
        words: "may not call Get_Integration_Systems",
        remedy: "Grant Get on the domain Integration Build",
      },
    },
  ],
  [
    "a report that is not there",
    {
      settings: withReports({ securityGroups: { name: "Groups_Of_Old" } }),
      finds: {
        area,
        what: "report securityGroups",
        words: "no report Groups_Of_Old",
        remedy: "Enable the report as a web service",
      },
    },
  ],
  [
    "a report that is not shared",
    {
      break: ({ workday: { failNext } }) =>
        failNext({ match: "ISU_Bot_Security_Groups", kind: "status", status: 403 }),
      finds: {
        area,
        what: "report securityGroups",
        words: "may not read the report",
        remedy: "Share the report",
      },
    },
  ],
  [
    "a report that nobody made",
    {
      settings: withReports({ pendingDomainPolicies: undefined }),
      finds: {
        area,
        what: "report pendingDomainPolicies",
        state: "warning",
        words: "the approval card says that the bot cannot see what else is pending",
        remedy: "reports.pendingDomainPolicies",
      },
    },
  ],
  [
    "a column that is called otherwise",
    {
      settings: withReports({
        securityGroups: { ...names.securityGroups, columns: { Status: "State" } },
      }),
      finds: {
        area,
        what: "report securityGroups",
        words: "lacks the column State",
        remedy: "under columns",
      },
    },
  ],
];

const runner: Table = [
  [
    "a key that the runner does not know",
    {
      settings: { env: { RUNNER_SIGNING_KEY: strangers.privateKey } },
      finds: { area: "runner", what: "answer", words: "(401)", remedy: "RUNNER_SIGNING_KEY" },
    },
  ],
  [
    "a runner out of reach",
    {
      settings: { file: { runner: { url: nowhere, publicKey: strangers.publicKey } } },
      finds: {
        area: "runner",
        what: "answer",
        words: "could not be reached",
        remedy: "runner.url",
      },
    },
  ],
  [
    "a runner that no hand names",
    {
      settings: { tenant: { hands: { default: "person" } } },
      finds: {
        area: "runner",
        what: "hands",
        state: "warning",
        words: "no tenant's hands name it",
        remedy: "hands.default",
      },
    },
  ],
];

const postgres = { area: "database", what: "PostgreSQL" };

describe("npm run doctor looks at the services", () => {
  it.each([...workday, ...runner])("finds %s, and nothing else", async (_, breakage) => {
    await expectFinding(breakage);
  });

  it.each([
    ["a database out of reach", { port: "2" }, "cannot be reached", "Start PostgreSQL"],
    ["a wrong password", { password: "wrong-canary-2" }, "does not accept", "DATABASE_URL"],
    ["a database that is not there", { pathname: "/absent" }, "no database", "Create it"],
  ])("finds %s, and nothing else", async (_, parts, words, remedy) => {
    const databaseUrl = Object.assign(new URL(inject("postgresUrl")), parts).href;

    await expectFinding({ options: { databaseUrl }, finds: { ...postgres, words, remedy } });
  });

  it("finds a recipe that cannot be read, and nothing else", async () => {
    const recipes = mkdtempSync(join(tmpdir(), "isu-recipes-"));
    onTestFinished(() => rmSync(recipes, { recursive: true }));
    const good = readFileSync("recipes/viva-learning.yml", "utf8");
    writeFileSync(join(recipes, "okta.yml"), good.replace(/^vendor: .*$/m, "vendor: 1"));

    await expectFinding({
      settings: { file: { recipes } },
      finds: { area: "recipes", what: "file", words: "okta.yml", remedy: "recipe.schema.json" },
    });
  });
});
