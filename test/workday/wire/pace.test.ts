import { describe, expect, it } from "vitest";
import {
  begin,
  hold,
  join,
  type Line,
  nextBegin,
  serve,
  type TenantPace,
  toPace,
} from "../../../src/workday/wire/pace.ts";

/** When each of so many calls begins that are wanted at once. */
function beginAll(pace: TenantPace, calls: number, from = 0): readonly number[] {
  const times: number[] = [];
  let now = from;
  let at = pace;
  for (let made = 0; made < calls; made += 1) {
    now = nextBegin(at, now);
    at = begin(at, now);
    times.push(now);
  }
  return times;
}

describe("the pace of one tenant", () => {
  it.each<[what: string, perSecond: number, times: readonly number[]]>([
    ["three a second", 3, [0, 0, 0, 1000, 1000, 1000, 2000]],
    ["one a second", 1, [0, 1000, 2000]],
    ["one in four seconds", 0.25, [0, 4000, 8000]],
    ["two in 0.8 seconds", 2.5, [0, 0, 800, 800, 1600]],
  ])("is %s", (_what, perSecond, times) => {
    expect(beginAll(toPace(perSecond), times.length)).toEqual(times);
  });

  it("begins no more than that within any second, however calls come", () => {
    const wanted = [0, 100, 900, 950, 1050, 1900, 1950, 2000, 2000, 2001];
    let pace = toPace(3);
    const begun: number[] = [];
    for (const now of wanted) {
      const at = nextBegin(pace, Math.max(now, begun.at(-1) ?? 0));
      pace = begin(pace, at);
      begun.push(at);
    }

    for (const [index, at] of begun.entries())
      expect((begun[index + 3] ?? Infinity) - at).toBeGreaterThanOrEqual(1000);
  });

  it("holds everything until the service allows it, and no hold makes another shorter", () => {
    const held = hold(hold(toPace(8), 5000), 2000);

    expect(nextBegin(held, 100)).toBe(5000);
    expect(nextBegin(held, 6000)).toBe(6000);
  });
});

function order(line: Line<string>): readonly string[] {
  const served = serve(line);
  return served === undefined ? [] : [served.ticket, ...order(served.line)];
}

function lineOf(tickets: readonly string[]): Line<string> {
  return tickets.reduce<Line<string>>((line, ticket) => join(line, ticket.charAt(0), ticket), []);
}

describe("the line before one tenant", () => {
  it.each<[why: string, come: readonly string[], served: readonly string[]]>([
    ["nobody waits", [], []],
    ["one asks for all", ["a1", "a2", "a3"], ["a1", "a2", "a3"]],
    [
      "one asks for much and others for little",
      ["a1", "a2", "a3", "b1", "c1"],
      ["a1", "b1", "c1", "a2", "a3"],
    ],
    ["two ask for much", ["a1", "a2", "b1", "b2"], ["a1", "b1", "a2", "b2"]],
  ])("lets callers take turns where %s", (_why, come, served) => {
    expect(order(lineOf(come))).toEqual(served);
  });

  it("puts whoever was just served behind the others", () => {
    const served = serve(lineOf(["a1", "a2", "b1"]));

    expect(order(join(served?.line ?? [], "a", "a3"))).toEqual(["b1", "a2", "a3"]);
  });
});
