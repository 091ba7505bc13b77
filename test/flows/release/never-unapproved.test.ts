import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ann, ben } from "../../support/data/people.ts";
import { watchActivations } from "../../support/scenes/lives.ts";
import {
  type Act,
  act,
  countVoices,
  end,
  mishap,
  needsOf,
  opening,
  type Play,
  perform,
  type Rules,
  rules,
  toTenant,
} from "../../support/scenes/plays.ts";
import { together } from "../../support/scenes/releases.ts";

/** Plays it, and holds what went live against the rules. */
async function check(given: Rules, acts: readonly Act[]): Promise<void> {
  const tenant = toTenant(given);
  const world = together(tenant);
  world.configure((place) => ({ ...place, tenant }));
  world.workday.tenant.workAs("rpa-runner");
  const lives = watchActivations(world);
  const play: Play = { world, ids: [], left: [] };
  for (const one of [opening, ...acts]) await perform(play, one);
  await end(world);

  const requests = world.store.peekAll();
  for (const live of lives) {
    expect(live.halfMade).toEqual([]);
    for (const change of live.changes) {
      const needs = needsOf(change, requests, given);
      expect(countVoices(live.given, needs)).toBeGreaterThanOrEqual(needs.needed);
    }
  }
  expect(new Set(lives.map(({ comment }) => comment)).size).toBe(lives.length);
  const open = requests.filter(({ phase }) => phase.kind !== "done" && phase.kind !== "ended");
  expect(open.map(({ id, phase }) => `${id} ${phase.kind}`)).toEqual([]);
}

/** A card is approved while the runner is in the midst of another request. */
const inTheMidst = [true, false].map((isTogether): [Rules, Act[]] => [
  { needed: 1, whenUnseen: 2, ofRecipe: 1, at: "activation", isTogether },
  [
    { kind: "race", call: "runner.perform", nth: 3, by: ben, which: 0 },
    { kind: "open", by: ann, recipe: "" },
  ],
]);

describe("whatever people ask for, leave pending, click and let pass, in any order", () => {
  it("goes live only by the approvals that the rules of each change ask for, and by nobody's own", async () => {
    await fc.assert(
      fc.asyncProperty(rules, fc.array(act, { minLength: 10, maxLength: 30 }), check),
      { numRuns: 100 },
    );
  });

  it("does so wherever a process dies, and whatever another replica does meanwhile", async () => {
    const acts = fc.array(
      fc.oneof({ weight: 5, arbitrary: act }, { weight: 2, arbitrary: mishap }),
      { minLength: 10, maxLength: 30 },
    );
    await fc.assert(fc.asyncProperty(rules, acts, check), { numRuns: 40, examples: inTheMidst });
  });
});
