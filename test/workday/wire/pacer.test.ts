import { describe, expect, it } from "vitest";
import { createPacer, type Pacer } from "../../../src/workday/wire/pacer.ts";

interface Scene {
  readonly pacer: Pacer;
  readonly now: () => number;
  readonly goOn: (ms: number) => void;
  readonly as: (caller: string) => Pacer["take"];
}

/** A pacer by a clock that moves when somebody pauses. */
function aScene(callsPerSecond: number): Scene {
  let now = 0;
  let caller = "";
  const pacer = createPacer({
    callsPerSecond,
    caller: () => caller,
    now: () => now,
    pause: async (ms) => {
      now += ms;
    },
  });
  return {
    pacer,
    now: () => now,
    goOn: (ms) => {
      now += ms;
    },
    as: (name) => () => {
      caller = name;
      return pacer.take();
    },
  };
}

describe("createPacer", () => {
  it("lets callers begin at the pace, in turns", async () => {
    const { as, now } = aScene(2);
    const begun: string[] = [];
    const wanted = ["a", "a", "a", "a", "b"].map(async (caller) => {
      await as(caller)();
      begun.push(`${caller} at ${now()}`);
    });

    await Promise.all(wanted);

    expect(begun.map((one) => one.charAt(0)).join("")).toBe("aabaa");
    expect(begun.at(-1)).toBe("a at 2000");
  });

  it("waits for a short hold", async () => {
    const { pacer, now } = aScene(8);
    pacer.hold(3_000);

    expect(await pacer.take()).toEqual({ ok: true, value: undefined });
    expect(now()).toBe(3_000);
  });

  it("hands back what a long hold puts off, and lets it begin afterwards", async () => {
    const { pacer, goOn } = aScene(8);
    pacer.hold(60_000);

    expect(await pacer.take()).toEqual({ ok: false, error: 60_000 });
    goOn(20_000);
    expect(await pacer.take()).toEqual({ ok: false, error: 40_000 });
    goOn(40_000);
    expect(await pacer.take()).toEqual({ ok: true, value: undefined });
  });

  it("hands back what stands in line when the hold comes", async () => {
    const { pacer } = aScene(1);
    const first = pacer.take();
    const second = pacer.take();
    pacer.hold(60_000);

    expect(await first).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ ok: false });
  });
});
