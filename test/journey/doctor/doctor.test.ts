import { Client } from "pg";
import { describe, expect, it } from "vitest";
import type { TenantSnapshot } from "../../../sandbox/workday/tenant-snapshot.ts";
import { readConfig } from "../../../src/config/read-config.ts";
import { checkWorkday } from "../../../src/doctor/workday.ts";
import { createDatabase } from "../../../src/store/database/database.ts";
import { migrate } from "../../../src/store/database/migrate.ts";
import { aDatabaseUrl } from "../../support/processes/database.ts";
import {
  anOutside,
  examine,
  examineApart,
  findingsIn,
  startDoctor,
  troubles,
} from "../../support/processes/examine.ts";
import { valueIn } from "../../support/value-in.ts";
import { matching } from "../../workday/support/matching.ts";

/** Slack's methods that only look. */
const looks = [
  "POST /api/auth.test",
  "POST /api/conversations.info",
  "POST /api/users.info",
  "POST /api/usergroups.users.list",
];

describe("npm run doctor", () => {
  it("finds everything right, ends with 0, and has changed nothing", async () => {
    const databaseUrl = await aMigratedUrl();
    const outside = await anOutside({ databaseUrl });
    const before = unchanging(outside.workday.tenant("acme_dpt1").snapshot());

    const { code, said } = await examineApart(outside, undefined, ["--json"]);

    expect({ code, troubles: troubles({ code, said }) }).toEqual({ code: 0, troubles: [] });
    expect(areasOf(said)).toEqual([
      "settings",
      "catalogue",
      "recipes",
      "database",
      "Slack",
      "Workday acme_dpt1",
      "runner",
      "Key Vault",
    ]);
    const untried = findingsIn(said).filter(({ state }) => state === "not-tried");
    expect(untried.map(({ what }) => what)).toEqual(["delivery over HTTP", "Put", "write"]);
    expect(unchanging(outside.workday.tenant("acme_dpt1").snapshot())).toEqual(before);
    expect(outside.workday.runner.tasks()).toEqual([]);
    expect(outside.vault.traffic().filter(({ method }) => method !== "GET")).toEqual([]);
    const asked = outside.slack.traffic.filter(({ direction }) => direction === "from-bot");
    expect(new Set(asked.map(({ what }) => what))).toEqual(new Set(looks));
  });

  it("says it in words, state by state, with what to do", async () => {
    const outside = await anOutside();
    outside.slack.archive("workday-access");

    const { code, said } = await examineApart(outside);

    expect(code).toBe(1);
    expect(said).toContain(
      "  FAILED     channel C0WORKDAY of acme_dpt1: It is archived.\n             To do: Unarchive it",
    );
    expect(said).toMatch(/\d+ ok, 0 warnings, 1 failed, 3 not tried\.\n$/);
  });

  it("leaves an empty database empty, and says what npm start will make", async () => {
    const databaseUrl = await aDatabaseUrl();
    const outside = await anOutside({ databaseUrl });

    const ended = await examine(outside, undefined, ["--json"]);

    expect(ended.code).toBe(0);
    expect(troubles(ended)).toEqual([
      {
        area: "database",
        what: "tables",
        state: "warning",
        words: matching("0001-requests"),
        remedy: matching("npm start makes them"),
      },
    ]);
    expect(await countTables(databaseUrl)).toBe(0);
  });

  it("stores one disabled throw-away secret when it is asked to", async () => {
    const outside = await anOutside();

    const ended = await examine(outside, undefined, ["--json", "--write-test-secret"]);

    const [secret, ...others] = outside.vault.secrets();
    expect(others).toEqual([]);
    expect(secret?.name).toMatch(/^workday-isu-doctor-[0-9a-f]{12}$/);
    expect(secret?.versions).toMatchObject([
      { enabled: false, tags: { "managed-by": "workday-isu-bot", request: "doctor" } },
    ]);
    expect(outside.vault.readAsConsumer(secret?.name ?? "")).toMatchObject({ ok: false });
    expect(ended.code).toBe(0);
    const told = findingsIn(ended.said).find(({ what }) => what === "setSecret");
    expect(told?.words).toContain(`--name ${secret?.name}`);
  });

  it("warns where an approval expires before the next change window opens", async () => {
    const sundays = { days: ["sun"], from: "06:00", until: "10:00", timeZone: "UTC" };
    const databaseUrl = await aMigratedUrl();
    const tenant = { changeWindows: [sundays], approvalExpiresAfterHours: 24 };
    const outside = await anOutside({ databaseUrl, tenant });

    const ended = await examine(outside, undefined, ["--json"]);

    expect(ended.code).toBe(0);
    expect(troubles(ended)).toEqual([
      {
        area: "Workday acme_dpt1",
        what: "change windows",
        state: "warning",
        words: matching("Up to 164 hours lie between two, and an approval counts 24 hours"),
        remedy: matching("Set approvalExpiresAfterHours to more than 164"),
      },
    ]);
  });

  it("tries the app-level token of Socket Mode, and opens no socket", async () => {
    const options = { slack: { delivery: "socket" } };
    const outside = await anOutside(options);

    const ended = await examine(outside, undefined, ["--json"]);

    expect(findingsIn(ended.said)).toContainEqual({
      area: "Slack",
      what: "app-level token",
      state: "ok",
      words: "Slack would open a socket for it.",
    });
    expect(outside.slack.connections()).toBe(0);
  });

  it("warns when this machine's clock is wrong", async () => {
    const outside = await anOutside();
    const config = valueIn(readConfig(outside.settle(), "/"));
    const [entry] = config.file.tenants;
    if (entry === undefined) throw new Error("The sandbox has one tenant");

    const findings = await checkWorkday(config, entry, {
      now: () => Date.now() + 120_000,
      limitMs: 5_000,
      fetch,
    });

    expect(findings.filter(({ state }) => state === "warning")).toEqual([
      {
        area: "Workday acme_dpt1",
        what: "clock",
        state: "warning",
        words: matching(/^The service's clock is 12[01] seconds behind/),
        remedy: matching("NTP"),
      },
    ]);
  });

  it("tells every problem of the settings and ends with 78", async () => {
    const env = {
      CONFIG: "/nowhere/config.yml",
      SLACK_BOT_TOKEN: "xoxp-canary-value",
      AUDIT_KEY: "short-canary",
    };

    const { code, said } = await startDoctor(env, []);

    expect(code).toBe(78);
    expect(said).toContain("SLACK_BOT_TOKEN (environment): found a value (not shown)");
    expect(said).toContain("AUDIT_KEY (environment)");
    expect(said).toContain("CONFIG (/nowhere/config.yml): found no file there");
    expect(said).not.toContain("canary");
  });

  it.each([
    ["--help", 0],
    ["--fix-it", 64],
  ])("answers %s with its usage", async (option, expected) => {
    const { code, said } = await startDoctor({}, [option]);

    expect(code).toBe(expected);
    expect(said).toContain("--write-test-secret");
  });
});

async function aMigratedUrl(): Promise<string> {
  const url = await aDatabaseUrl();
  const database = createDatabase({ url, onConnectionLost: () => undefined });
  await migrate(database.db);
  await database.close();
  return url;
}

async function countTables(connectionString: string): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rowCount } = await client.query(
    "select from pg_class where relnamespace = 'public'::regnamespace",
  );
  await client.end();
  return rowCount ?? -1;
}

function areasOf(said: string): readonly string[] {
  return [...new Set(findingsIn(said).map(({ area }) => area))];
}

/** Signing on is written down by the tenant; nothing else may differ. */
function unchanging({ accounts, ...rest }: TenantSnapshot): unknown {
  return {
    ...rest,
    signOns: [],
    accounts: accounts.map((account) => ({ ...account, signOns: 0 })),
  };
}
