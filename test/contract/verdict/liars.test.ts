import { describe, expect, it } from "vitest";
import { kinds } from "../../../src/flows/kinds/kinds.ts";
import { type HonestRun, honestRuns } from "../../support/emulated/honest-runs.ts";
import type { Lie } from "../../support/emulated/lie.ts";
import { lies, seenBefore } from "../../support/emulated/lies.ts";
import { listNews, listSeen, lookAgain, playHonestly } from "../../support/emulated/looks.ts";
import { restoreVersions, versionsOf } from "../../support/emulated/secret-lies.ts";

function listFitting({ kind }: HonestRun, fact: string): readonly Lie[] {
  return lies.filter((lie) => lie.fact.test(fact) && (lie.kinds?.includes(kind) ?? true));
}

describe("a request that everybody carried out as asked", () => {
  it("is played for every kind", () => {
    expect(new Set(honestRuns.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  });

  it.each(honestRuns)("is not verified once one thing is a lie: $kind $title", async (run) => {
    const on = await playHonestly(run);
    const honest = await lookAgain(on);
    const seen = listSeen(honest);
    const saved = on.emulator.save();
    const versions = versionsOf(on);
    const untold: string[] = [];
    const believed: string[] = [];
    for (const { fact } of honest.facts) {
      const fitting = listFitting(run, fact);
      const isKnown = seenBefore.some(([known]) => known.test(fact));
      if (fitting.length === 0 && !isKnown) untold.push(fact);
      for (const { what, tell } of fitting) {
        await tell(on);
        const now = await lookAgain(on);
        on.emulator.restore(saved);
        await restoreVersions(on, versions);
        const isBelieved = now.outcome === "verified";
        // Where an eye is open it has to say so; where none is, nothing can, and the rest stays as it is.
        const isMissed = seen.includes(fact) && listNews(honest, now).length === 0;
        if (isBelieved || isMissed) believed.push(`${fact}: ${what}`);
      }
    }

    expect({ untold, believed }).toEqual({ untold: [], believed: [] });
  });
});
