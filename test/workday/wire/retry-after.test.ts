import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workday as Emulator, startWorkday } from "../../../sandbox/workday/workday.ts";
import { createPacer, type Pacer } from "../../../src/workday/wire/pacer.ts";
import { acme, anAdapter } from "../../contract/workday-subjects.ts";

let emulator: Emulator;
let pausedMs = 0;

beforeEach(async () => {
  emulator = await startWorkday({ tenants: [acme] });
  pausedMs = 0;
});

afterEach(() => emulator.stop());

/** By a clock that moves when somebody pauses, and else stands still. */
function aPacer(callsPerSecond: number): Pacer {
  return createPacer({
    callsPerSecond,
    caller: () => "",
    now: () => pausedMs,
    pause: async (ms) => {
      pausedMs += ms;
    },
  });
}

describe.each([429, 503] as const)("Workday that answers %i with Retry-After", (status) => {
  it("is not called before that, by whatever way", async () => {
    const workday = anAdapter(emulator.url, { pacer: aPacer(8) });
    emulator.failNext({ kind: "ratelimit", status, retryAfterSeconds: 120 });

    const first = await workday.findIntegrationSystem("INT_Free");
    const { length } = emulator.requests;
    const others = [
      await workday.findIntegrationSystem("INT_Free"),
      await workday.readPendingChanges(),
    ];

    expect(first).toMatchObject({
      ok: false,
      error: { kind: "unreachable", retryAfterMs: 120_000 },
    });
    for (const other of others)
      expect(other).toMatchObject({
        ok: false,
        error: { kind: "unreachable", retryAfterMs: 120_000 },
      });
    expect(emulator.requests).toHaveLength(length);
  });

  it("is called again once it is over", async () => {
    const workday = anAdapter(emulator.url, { pacer: aPacer(8) });
    emulator.failNext({ kind: "ratelimit", status, retryAfterSeconds: 2 });
    await workday.findIntegrationSystem("INT_Free");

    expect(await workday.findIntegrationSystem("INT_Free")).toMatchObject({ ok: true });
    expect(pausedMs).toBe(2_000);
  });
});

it("calls Workday no faster than the tenant allows", async () => {
  const workday = anAdapter(emulator.url, { pacer: aPacer(4) });

  await Promise.all(Array.from({ length: 10 }, () => workday.findIntegrationSystem("INT_Free")));

  expect(emulator.requests).toHaveLength(10);
  expect(pausedMs).toBe(2_000);
});
