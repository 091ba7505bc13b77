import { describe, expect, it } from "vitest";
import { methods } from "../../../../sandbox/slack/methods/all.ts";
import { limitsOf } from "../../../../sandbox/slack/pace/limits.ts";
import { createPacer, type PacedCall } from "../../../../sandbox/slack/pace/pacer.ts";

const here = { method: "chat.postMessage", channel: "C01" };

/** A pacer by a clock that a test moves. */
function aPacer(pace: number): {
  readonly clock: { now: number };
  take(call: PacedCall): number | undefined;
} {
  const clock = { now: 1_000_000 };
  return { clock, ...createPacer(pace, () => clock.now) };
}

/** How many calls in a row are granted at once. */
function burstOf(call: PacedCall, { take }: Pick<ReturnType<typeof aPacer>, "take">): number {
  let granted = 0;
  while (granted < 1000 && take(call) === undefined) granted += 1;
  return granted;
}

describe("the pace of calls", () => {
  it("knows a limit of every method that the bot may call", () => {
    const unknown = [...methods.keys()].filter((method) => limitsOf(method).length === 0);

    expect(unknown).toEqual([]);
  });

  it.each<[method: string, most: number]>([
    ["usergroups.users.list", 20],
    ["chat.update", 50],
    ["conversations.replies", 50],
    ["users.info", 100],
    ["views.open", 100],
  ])("takes as many %s in a minute as Slack promises", (method, most) => {
    const pacer = aPacer(1);

    expect(burstOf({ method }, pacer)).toBe(most);
    expect(pacer.take({ method })).toBe(60);
    pacer.clock.now += 60_000;
    expect(burstOf({ method }, pacer)).toBe(most);
  });

  it("takes a short burst of posts into a channel, and one a second in the long run", () => {
    const pacer = aPacer(1);
    let posted = burstOf(here, pacer);

    for (let second = 0; second < 60; second += 1) {
      pacer.clock.now += 1000;
      if (pacer.take(here) === undefined) posted += 1;
    }

    expect(posted).toBeGreaterThanOrEqual(60);
    expect(posted).toBeLessThanOrEqual(64);
  });

  it("counts posts by channel, and other calls of a method together", () => {
    const pacer = aPacer(1);
    burstOf(here, pacer);

    expect(pacer.take(here)).toBe(4);
    expect(pacer.take({ ...here, channel: "C02" })).toBeUndefined();
    burstOf({ method: "chat.update", channel: "C01" }, pacer);
    expect(pacer.take({ method: "chat.update", channel: "C02" })).toBe(60);
  });

  it("takes several hundred posts a minute in a workspace, however many channels there are", () => {
    const pacer = aPacer(1);
    const outcomes = Array.from({ length: 301 }, (_, at) =>
      pacer.take({ ...here, channel: `C${at}` }),
    );

    expect(outcomes.filter((seconds) => seconds === undefined)).toHaveLength(300);
    expect(outcomes.at(-1)).toBe(60);
  });

  it("counts no call that it refuses", () => {
    const pacer = aPacer(1);
    burstOf(here, pacer);
    for (let asked = 0; asked < 100; asked += 1) pacer.take(here);
    pacer.clock.now += 4000;

    expect(pacer.take(here)).toBeUndefined();
  });

  it("is faster by its factor, and asks for whole seconds all the same", () => {
    const pacer = aPacer(100);
    burstOf(here, pacer);

    expect(pacer.take(here)).toBe(1);
    pacer.clock.now += 40;
    expect(pacer.take(here)).toBeUndefined();
  });

  it("has no limits at an infinite pace, and refuses to stand still", () => {
    expect(burstOf(here, aPacer(Number.POSITIVE_INFINITY))).toBe(1000);
    expect(() => aPacer(0)).toThrow("above 0");
  });
});
