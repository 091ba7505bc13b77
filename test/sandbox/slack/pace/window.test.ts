import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Taken, takeTurn } from "../../../../sandbox/slack/pace/window.ts";

const limit = { most: 3, withinMs: 1000 };

describe("taking a turn", () => {
  it.each<[what: string, taken: Taken, now: number, turn: ReturnType<typeof takeTurn>]>([
    ["the first call", [], 5, { kind: "granted", taken: [5] }],
    ["the last of a burst", [0, 0], 5, { kind: "granted", taken: [0, 0, 5] }],
    ["one more than a burst", [0, 10, 20], 30, { kind: "refused", waitMs: 970 }],
    [
      "a call as soon as the first counts no more",
      [0, 10, 20],
      1000,
      { kind: "granted", taken: [10, 20, 1000] },
    ],
    ["a call a moment before that", [0, 10, 20], 999, { kind: "refused", waitMs: 1 }],
    ["a call long after", [0, 10, 20], 9000, { kind: "granted", taken: [9000] }],
  ])("of %s", (_what, taken, now, turn) => {
    expect(takeTurn(taken, limit, now)).toEqual(turn);
  });

  it("grants no more than the limit in any stretch, and what waited as long as it was told", () => {
    const gaps = fc.array(fc.nat(700), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (between) => {
        let now = 0;
        let taken: Taken = [];
        const granted: number[] = [];
        for (const gap of between) {
          now += gap;
          const first = takeTurn(taken, limit, now);
          if (first.kind === "refused") now += first.waitMs;
          const turn = first.kind === "refused" ? takeTurn(taken, limit, now) : first;
          if (turn.kind === "refused") throw new Error("It waited in vain");
          taken = turn.taken;
          granted.push(now);
        }
        for (const at of granted) {
          const stretch = granted.filter((other) => other >= at && other < at + limit.withinMs);
          expect(stretch.length).toBeLessThanOrEqual(limit.most);
        }
      }),
    );
  });
});
