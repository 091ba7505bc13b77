import { describe, expect, it } from "vitest";
import { eyes, nobodySees } from "../../support/emulated/eyes.ts";
import { honestRuns } from "../../support/emulated/honest-runs.ts";
import { listSeen, lookAgain, playHonestly } from "../../support/emulated/looks.ts";

describe("a request that everybody carried out as asked", () => {
  it.each(
    honestRuns.flatMap((run) =>
      (["runner", "implementation"] as const).map((hand) => ({ ...run, hand })),
    ),
  )("is verified but for what nobody can see: $kind $title, $hand", async (run) => {
    const on = await playHonestly(run, run);
    const { verification } = on.world.request().facts;
    const honest = await lookAgain(on);
    const seen = listSeen(honest);
    const unseen = honest.facts.map(({ fact }) => fact).filter((fact) => !seen.includes(fact));

    expect(unseen.filter((fact) => !nobodySees.some(([known]) => known.test(fact)))).toEqual([]);
    expect(verification).toEqual({ ...honest, at: verification?.at });
    expect(verification?.outcome).toBe(unseen.length === 0 ? "verified" : "unverified");
  });

  it.each(honestRuns)("loses just what a closed eye showed: $kind $title", async (run) => {
    const on = await playHonestly(run);
    const seen = listSeen(await lookAgain(on));
    const { world, emulator } = on;
    const place = world.deps.contextOf(world.tenant.name);
    for (const { name, close, shows } of eyes) {
      world.configure(() => close({ place, url: emulator.url }));
      const closed = await lookAgain(on);
      world.configure(() => place);
      const stillSeen = listSeen(closed);
      const lost = seen.filter((fact) => !stillSeen.includes(fact));

      expect([name, lost]).toEqual([name, seen.filter((fact) => shows(fact, world.request()))]);
      expect([name, closed.outcome]).toEqual([
        name,
        stillSeen.length === closed.facts.length ? "verified" : "unverified",
      ]);
    }
  });
});
