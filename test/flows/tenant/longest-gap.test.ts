import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, instant, later } from "../../../src/flows/model/ids.ts";
import {
  type ChangeWindow,
  longestGap,
  lookAtWindows,
  weekdays,
} from "../../../src/flows/tenant/change-window.ts";
import { hourMs } from "../../support/data/a-tenant.ts";

const start = instant(Date.UTC(2026, 10, 23, 9));
const dayMs = 24 * hourMs;
const sunday: ChangeWindow = { days: ["sun"], from: "06:00", until: "10:00", timeZone: "UTC" };

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

function windowsIn(...zones: readonly string[]): fc.Arbitrary<readonly ChangeWindow[]> {
  const one = fc.record({
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    from: clock,
    until: clock,
    timeZone: fc.constantFrom(...zones),
  });
  return fc.array(one, { minLength: 1, maxLength: 3 });
}

/** How long it takes from a moment until a window is open. */
function waitAt(windows: readonly ChangeWindow[], at: Instant): number {
  const state = lookAtWindows(windows, at);
  return state.kind === "open" ? 0 : state.opensAt - at;
}

/** The waits from every closing of two weeks. */
function waitsAfterClosing(windows: readonly ChangeWindow[]): readonly number[] {
  const waits = [0];
  let at = start;
  while (at < start + 14 * dayMs) {
    const state = lookAtWindows(windows, at);
    const next = state.kind === "open" ? state.closesAt : state.opensAt;
    if (next === undefined) return waits;
    at = next;
    waits.push(waitAt(windows, at));
  }
  return waits;
}

describe("longestGap", () => {
  it.each<[what: string, windows: readonly ChangeWindow[], hours: number]>([
    ["no windows", [], 0],
    ["every day in full", [{ ...sunday, days: weekdays, until: "06:00" }], 0],
    ["one on Sundays", [sunday], 7 * 24 - 4],
    ["one on two days", [{ ...sunday, days: ["sun", "wed"] }], 4 * 24 - 4],
    ["two that overlap", [sunday, { ...sunday, from: "08:00", until: "12:00" }], 7 * 24 - 6],
    ["one inside of another", [sunday, { ...sunday, from: "07:00", until: "08:00" }], 7 * 24 - 4],
    ["one past midnight", [{ ...sunday, from: "22:00", until: "02:00" }], 7 * 24 - 4],
    ["an hour more as clocks go back", [{ ...sunday, timeZone: "Europe/Zurich" }], 7 * 24 - 3],
    [
      "a week more where clocks leave all of it out",
      [{ ...sunday, from: "02:30", until: "03:30", timeZone: "Europe/Zurich" }],
      14 * 24 - 2,
    ],
  ])("is known of %s", (_what, windows, hours) => {
    expect(longestGap(windows, start) / hourMs).toBe(hours);
  });

  it("is as long as any wait within a year, wherever the clocks change", () => {
    const windows = windowsIn("UTC", "Europe/Zurich", "America/St_Johns", "Australia/Lord_Howe");
    fc.assert(
      fc.property(windows, fc.integer({ min: 0, max: 365 * dayMs }), (some, ms) => {
        expect(waitAt(some, later(start, ms))).toBeLessThanOrEqual(longestGap(some, start));
      }),
      { numRuns: 100 },
    );
  });

  it("is a wait that there is", () => {
    fc.assert(
      fc.property(windowsIn("UTC"), (windows) => {
        expect(longestGap(windows, start)).toBe(Math.max(...waitsAfterClosing(windows)));
      }),
      { numRuns: 30 },
    );
  });
});
