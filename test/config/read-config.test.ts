import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Config, readConfig } from "../../src/config/read-config.ts";
import { valueIn } from "../support/value-in.ts";
import {
  aFile,
  aFolder,
  aTenantEntry,
  canaries,
  leastEnvironment,
  read,
  runnerPublicKey,
} from "./a-config.ts";

function secretsOf({ allSecrets }: Config): readonly string[] {
  return allSecrets.map((secret) => secret.reveal());
}

function reveal({ secrets, databaseUrl }: Config): ReadonlyMap<string, string | undefined> {
  const { workdayPasswords, workdayKeys: _keys, wqlClients: _, ...others } = secrets;
  const named = Object.entries({ ...others, databaseUrl });
  return new Map([...named, ...workdayPasswords].map(([key, secret]) => [key, secret?.reveal()]));
}

describe("readConfig", () => {
  it("keeps a database's password apart, where its address has one", () => {
    const withoutOne = { ...leastEnvironment, DATABASE_URL: "postgresql://bot@127.0.0.1/isu" };

    expect(secretsOf(valueIn(read(aFile())))).toContain("canary-database");
    expect(secretsOf(valueIn(read(aFile(), withoutOne)))).not.toContain("");
  });

  it("takes the least that has to be said, and fills in the rest", () => {
    const config = valueIn(read(aFile()));

    expect(config.file).toMatchObject({
      slack: { team: "T024BE7LD", delivery: "http", port: 3000, host: "0.0.0.0" },
      database: "url",
      allowLoopbackHttp: false,
      sweepEverySeconds: 30,
      tenants: [
        {
          timeoutSeconds: 30,
          approvalExpiresAfterHours: 72,
          hands: { default: "person" },
          maxSessionTimeoutMinutes: 720,
          passwordRules: { length: 24, upper: true, lower: true, digit: true, special: true },
          protectedAccounts: [],
          secrets: { prefix: "workday-isu", expiresAfterDays: 365 },
        },
      ],
    });
    expect(config).toMatchObject({
      logLevel: "info",
      replica: hostname(),
      recipesFolder: undefined,
      catalogueFolder: undefined,
    });
    expect(config.file.tenants[0]?.refusedDomains).toEqual([]);
    expect(Object.fromEntries(reveal(config))).toEqual({
      botToken: canaries.SLACK_BOT_TOKEN,
      signingSecret: canaries.SLACK_SIGNING_SECRET,
      auditKey: canaries.AUDIT_KEY,
      databaseUrl: canaries.DATABASE_URL,
      appToken: undefined,
      runnerSigningKey: undefined,
      azureClientSecret: undefined,
      acme_dpt1: canaries.WORKDAY_PASSWORD,
    });
  });

  it("takes everything that can be said", () => {
    const config = valueIn(
      read(
        aFile({
          slack: {
            team: "E024BE7LD",
            delivery: "socket",
            port: 8080,
            host: "127.0.0.1",
            apiUrl: "http://127.0.0.1:1/api/",
          },
          database: "embedded",
          databaseFolder: "pg",
          vault: {
            url: "http://localhost:4100",
            identity: { kind: "client-secret", clientId: "c", tenantId: "t" },
          },
          runner: {
            url: "http://127.0.0.1:9/rpa",
            publicKey: runnerPublicKey,
            pollEverySeconds: 0.1,
            timeoutMinutes: 1,
          },
          recipes: "our-recipes",
          allowLoopbackHttp: true,
          sweepEverySeconds: 1,
          leftBehindEveryMinutes: 1,
          tenants: [
            aTenantEntry({
              servicesUrl: "http://127.0.0.1:8",
              timeoutSeconds: 5,
              reports: {
                owner: "ISU_Reports",
                securityGroups: { name: "Groups", columns: { name: "Group" } },
              },
              approvalExpiresAfterHours: 0.5,
              hands: { default: "runner", activate: "person" },
              taskLinks: { activate: "https://impl.example.com/d/task/2997$1.htmld" },
              passwordRules: { length: 64, special: false },
              maxSessionTimeoutMinutes: 6,
              integrationTemplate: "Cloud Integration Template",
              userNameRule: { pattern: "^ISU_", words: "Begin with ISU_." },
              protectedAccounts: ["wd-runner"],
              protectedGroups: ["Admins"],
              refusedDomains: ["Security Administration"],
              probes: [{ domain: "Payroll", operation: "Get_Workers" }],
              secrets: { prefix: "isu", expiresAfterDays: 90 },
            }),
          ],
        }),
        { ...canaries, LOG_LEVEL: "debug", REPLICA: "bot-1" },
      ),
    );

    expect(config).toMatchObject({ logLevel: "debug", replica: "bot-1" });
    expect(config.databaseFolder).toMatch(/\/pg$/);
    expect(config.recipesFolder).toMatch(/\/our-recipes$/);
    expect(new Set(reveal(config).values())).toEqual(new Set(Object.values(canaries)));
    expect(new Set(config.allSecrets.map((secret) => secret.reveal()))).toEqual(
      new Set([...Object.values(canaries), "canary-database"]),
    );
    expect(JSON.stringify({ ...config, workdayPasswords: [] })).not.toContain("canary");
  });

  it("takes the example that an operator starts from", () => {
    const { SLACK_SIGNING_SECRET, ...rest } = leastEnvironment;

    const answer = read(readFileSync("config.example.yml", "utf8"), {
      ...rest,
      SLACK_SIGNING_SECRET,
    });

    expect(answer.ok).toBe(true);
  });

  it("takes another file's name, with paths beside that file", () => {
    const folder = aFolder();
    mkdirSync(join(folder, "etc"));
    writeFileSync(
      join(folder, "etc", "bot.yml"),
      JSON.stringify(aFile({ recipes: "recipes", catalogue: { folder: "catalogue" } })),
    );

    const config = valueIn(readConfig({ ...leastEnvironment, CONFIG: "etc/bot.yml" }, folder));

    expect(config.recipesFolder).toBe(join(folder, "etc", "recipes"));
    expect(config.catalogueFolder).toBe(join(folder, "etc", "catalogue"));
    expect(config.databaseFolder).toBe(join(folder, "etc", "data", "postgres"));
  });

  it("takes a password from a file, without the line's end", () => {
    const folder = aFolder();
    writeFileSync(join(folder, "password"), "canary from a file \r\n");
    const account = { userName: "ISU_Slack_Bot", password: { file: "password" } };
    writeFileSync(
      join(folder, "config.yml"),
      JSON.stringify(aFile({ tenants: [aTenantEntry({ account })] })),
    );

    const config = valueIn(readConfig(leastEnvironment, folder));

    expect(config.secrets.workdayPasswords.get("acme_dpt1")?.reveal()).toBe("canary from a file ");
  });

  it("takes an empty variable for none", () => {
    const config = valueIn(
      read(aFile(), { ...leastEnvironment, CONFIG: "", RUNNER_SIGNING_KEY: "", REPLICA: "" }),
    );

    expect(config.secrets.runnerSigningKey).toBeUndefined();
    expect(config.replica).toBe(hostname());
  });
});
