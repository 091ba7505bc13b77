import { describe, expect, it } from "vitest";
import type { TenantContext } from "../../../src/flows/ports/deps.ts";
import { createWorkday } from "../../../src/workday/workday.ts";
import { reports, toOptions, wql } from "../../support/emulated/emulated-tenant.ts";
import type { EmulatedWorld } from "../../support/emulated/emulated-world.ts";
import { honestRuns } from "../../support/emulated/honest-runs.ts";
import { lies } from "../../support/emulated/lies.ts";
import { listNews, listSeen, lookAgain, playHonestly } from "../../support/emulated/looks.ts";
import { restoreVersions, versionsOf } from "../../support/emulated/secret-lies.ts";

const { owner, securityTimestamps, passwordExemptions } = reports;

/** The bot looks by WQL at all that WQL shows, and asks anew each time: what it was told is kept for a minute. */
function lookByWql({ world, emulator }: EmulatedWorld): void {
  const workday = createWorkday({
    ...toOptions(emulator.url),
    reports: { owner, securityTimestamps, passwordExemptions },
    wql,
  });
  world.configure(({ implementation: _gone, ...place }): TenantContext => ({ ...place, workday }));
}

describe("a request that everybody carried out as asked, looked at by WQL", () => {
  it.each(
    honestRuns.filter(
      ({ kind, title }) =>
        ["create", "activate", "rollback", "permissions"].includes(kind) &&
        ["", "with a password"].includes(title),
    ),
  )("is not verified once one thing is a lie: $kind $title", async (run) => {
    const on = await playHonestly(run);
    lookByWql(on);
    const honest = await lookAgain(on);
    const seen = listSeen(honest);
    const saved = on.emulator.save();
    const versions = versionsOf(on);
    const believed: string[] = [];
    for (const { fact } of honest.facts) {
      const fitting = lies.filter(
        (lie) => lie.fact.test(fact) && (lie.kinds?.includes(run.kind) ?? true),
      );
      for (const { what, tell } of fitting) {
        await tell(on);
        lookByWql(on);
        const now = await lookAgain(on);
        on.emulator.restore(saved);
        await restoreVersions(on, versions);
        const isMissed = seen.includes(fact) && listNews(honest, now).length === 0;
        if (now.outcome === "verified" || isMissed) believed.push(`${fact}: ${what}`);
      }
    }

    expect([honest.outcome, believed]).toEqual(["verified", []]);
  });
});
