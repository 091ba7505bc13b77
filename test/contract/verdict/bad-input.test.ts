import { describe, expect, it } from "vitest";
import type { TenantContext } from "../../../src/flows/ports/deps.ts";
import { createWorkday, type WorkdayOptions } from "../../../src/workday/workday.ts";
import { emulated, reports, toOptions, wql } from "../../support/emulated/emulated-tenant.ts";
import type { EmulatedWorld } from "../../support/emulated/emulated-world.ts";
import { type HonestRun, honestRuns } from "../../support/emulated/honest-runs.ts";
import { own, toState } from "../../support/emulated/lie.ts";
import { lookAgain, playHonestly } from "../../support/emulated/looks.ts";

const byWql = { reports: { owner: reports.owner }, wql };

function runOf(kind: HonestRun["kind"], part = ""): HonestRun {
  const run = honestRuns.find((one) => one.kind === kind && one.title.includes(part));
  if (run === undefined) throw new Error(`No honest run of ${kind}`);
  return run;
}

/** The bot looks by these from now on. */
function lookBy({ world, emulator }: EmulatedWorld, options: Partial<WorkdayOptions>): void {
  const workday = createWorkday({ ...toOptions(emulator.url), ...options });
  world.configure((place): TenantContext => ({ ...place, workday }));
}

/** The facts that this eye showed, and what was said of those that nobody saw. */
async function look(
  on: EmulatedWorld,
  eye: string,
): Promise<{
  readonly outcome: string;
  readonly seen: readonly string[];
  readonly words: string;
}> {
  const { outcome, facts, items } = await lookAgain(on);
  const seen = facts.filter((one) => one.seen === "as-asked" && one.eye === eye);
  return {
    outcome,
    seen: seen.map(({ fact }) => fact),
    words: items.map(({ words }) => words).join("\n"),
  };
}

describe("WQL that was seen by, and is", () => {
  it.each<[what: string, spoil: (on: EmulatedWorld) => unknown]>([
    [
      "asked by a client that expired",
      toState(({ accessTokens, apiClients }) => {
        accessTokens.clear();
        for (const client of apiClients.values()) client.refreshTokens.clear();
      }),
    ],
    [
      "without the source",
      ({ emulator }) =>
        emulator.failNext({ match: "/data", kind: "status", status: 400, times: 99 }),
    ],
    [
      "answered by half",
      ({ emulator }) =>
        emulator.failNext({
          match: "/data",
          kind: "nonsense",
          body: '{"total":9,"data":[]}',
          times: 99,
        }),
    ],
  ])("%s, shows nothing any more, and says so", async (_what, spoil) => {
    const on = await playHonestly(runOf("create"));
    lookBy(on, byWql);
    const before = await look(on, "wql");
    lookBy(on, byWql);

    await spoil(on);
    const after = await look(on, "wql");

    expect(before.seen.length).toBeGreaterThan(5);
    expect(after.seen).toEqual([]);
    expect(after.outcome).toBe("unverified");
    expect(after.words).toContain("not seen.");
  });
});

describe("a report with other columns", () => {
  it.each([
    ["securityGroups", /^(?:group|group-type|other-groups)$/],
    ["groupPermissions", / (?:Get|Put|View|Modify) |: nothing else$/],
    ["securityTimestamps", /^activated-by$/],
    ["passwordExemptions", /^exemption$/],
  ] as const)("shows nothing, and verifies nothing: %s", async (name, facts) => {
    const on = await playHonestly(runOf("create", "exempt"));
    withoutService(on);
    const before = await look(on, "report");
    const report = { ...reports[name], columns: renamed[name] };
    lookBy(on, { reports: { ...reports, [name]: report } });

    const after = await look(on, "report");

    expect(before.seen.filter((fact) => facts.test(fact))).not.toEqual([]);
    expect(after.seen.filter((fact) => facts.test(fact))).toEqual([]);
    expect(after.outcome).toBe("unverified");
  });
});

const renamed = {
  securityGroups: { Security_Group: "Another" },
  groupPermissions: { Security_Group: "Another" },
  securityTimestamps: { Timestamp: "Another" },
  passwordExemptions: { User: "Another" },
} as const;

/** Reports are the only eye then. */
function withoutService({ world }: EmulatedWorld): void {
  world.configure(({ implementation: _gone, ...place }) => place);
}

/** Where the bot's account may read it. */
const withLog = {
  ...emulated,
  domains: [...emulated.domains, "Workday Account Monitoring"],
  groups: emulated.groups.map((group) => ({
    ...group,
    permissions: {
      ...group.permissions,
      ...(group.name === "ISSG_Bot" && { "Workday Account Monitoring": ["Get"] }),
    },
  })),
} satisfies typeof emulated;

describe("the log of sign-ons", () => {
  it.each([
    ["as long as it can be read", 1, "as-asked"],
    ["not where it has more lines than are read", 20_000, "unseen"],
  ] as const)("shows that a password was kept %s", async (_what, count, seen) => {
    const on = await playHonestly(runOf("settings"), { hand: "runner", definition: withLog });
    const { world, emulator } = on;
    world.clock.goOn(600_000);
    const line = {
      at: world.clock.now(),
      ok: true,
      for: "",
      channel: "Web Services",
      type: "User Name Password",
    };
    const [bot = ""] = world.tenant.protectedAccounts;
    emulator.change(world.tenant.name, ({ signOns }) => {
      signOns.push({ ...line, userName: bot, address: "192.0.2.1" });
      for (let many = 0; many < count; many += 1) {
        signOns.push({ ...line, userName: own.userName, address: "203.0.113.9" });
      }
    });
    world.clock.goOn(1_000);

    const { facts, outcome } = await lookAgain(on);

    expect(facts.find(({ fact }) => fact === "password-kept")?.seen).toBe(seen);
    expect(outcome).toBe(seen === "unseen" ? "unverified" : "verified");
  });
});
