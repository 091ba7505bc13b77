import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import {
  type ChangeWindow,
  lookAtWindows,
  weekdays,
} from "../../../src/flows/tenant/change-window.ts";

const nights: ChangeWindow = {
  days: ["sat", "sun"],
  from: "22:00",
  until: "04:00",
  timeZone: "Europe/Zurich",
};

function at(moment: string): ReturnType<typeof instant> {
  return instant(Date.parse(moment));
}

function seen(windows: readonly ChangeWindow[], moment: string): string {
  const state = lookAtWindows(windows, at(moment));
  const when = state.kind === "open" ? state.closesAt : state.opensAt;
  return `${state.kind} ${when === undefined ? "always" : new Date(when).toISOString()}`;
}

describe("lookAtWindows", () => {
  it("is always open where there are no windows", () => {
    expect(lookAtWindows([], at("2026-11-23T09:00:00Z"))).toEqual({ kind: "open" });
  });

  it.each<[what: string, moment: string, state: string]>([
    ["before the weekend", "2026-11-23T09:00:00Z", "closed 2026-11-28T21:00:00.000Z"],
    ["a second before", "2026-11-28T20:59:59Z", "closed 2026-11-28T21:00:00.000Z"],
    ["at its first moment", "2026-11-28T21:00:00Z", "open 2026-11-29T03:00:00.000Z"],
    ["after midnight", "2026-11-29T02:59:59Z", "open 2026-11-29T03:00:00.000Z"],
    ["at its last moment", "2026-11-29T03:00:00Z", "closed 2026-11-29T21:00:00.000Z"],
    ["after midnight on Monday", "2026-11-30T01:00:00Z", "open 2026-11-30T03:00:00.000Z"],
    ["in summer", "2026-07-04T20:00:00Z", "open 2026-07-05T02:00:00.000Z"],
  ])("reads the clock on the wall %s", (_what, moment, state) => {
    expect(seen([nights], moment)).toBe(state);
  });

  it.each<[what: string, window: Partial<ChangeWindow>, moment: string, state: string]>([
    [
      "is an hour shorter in the night that the clocks go forward",
      {},
      "2026-03-28T21:00:00Z",
      "open 2026-03-29T02:00:00.000Z",
    ],
    [
      "is an hour longer in the night that they go back",
      {},
      "2026-10-24T20:00:00Z",
      "open 2026-10-25T03:00:00.000Z",
    ],
    [
      "opens an hour later where its time is left out",
      { from: "02:30", until: "05:00" },
      "2026-03-29T00:59:00Z",
      "closed 2026-03-29T01:30:00.000Z",
    ],
    [
      "opens at the first of two times that are the same",
      { from: "02:30", until: "05:00" },
      "2026-10-25T00:00:00Z",
      "closed 2026-10-25T00:30:00.000Z",
    ],
    [
      "closes at the first of two times that are the same",
      { from: "01:00", until: "02:30" },
      "2026-10-25T00:29:59Z",
      "open 2026-10-25T00:30:00.000Z",
    ],
    [
      "does not open where the clocks leave all of it out",
      { days: ["sun"], from: "02:30", until: "03:30" },
      "2026-03-29T00:59:00Z",
      "closed 2026-04-05T00:30:00.000Z",
    ],
    [
      "has half an hour of its own where the clocks change by that",
      { days: ["sun"], from: "01:45", until: "05:00", timeZone: "Australia/Lord_Howe" },
      "2026-04-04T14:00:00Z",
      "closed 2026-04-04T14:45:00.000Z",
    ],
  ])("%s", (_what, window, moment, state) => {
    expect(seen([{ ...nights, ...window }], moment)).toBe(state);
  });

  it.each<[what: string, windows: readonly ChangeWindow[], moment: string, state: string]>([
    [
      "is one where two of them touch or overlap",
      [
        { ...nights, from: "20:00", until: "22:00" },
        nights,
        { ...nights, days: ["sun"], from: "03:00", until: "06:00" },
      ],
      "2026-11-28T20:00:00Z",
      "open 2026-11-29T05:00:00.000Z",
    ],
    [
      "opens with the next of them",
      [nights, { ...nights, days: ["wed"] }],
      "2026-11-23T09:00:00Z",
      "closed 2026-11-25T21:00:00.000Z",
    ],
    [
      "is a whole day where both times are the same",
      [{ ...nights, days: ["sat"], from: "00:00", until: "00:00" }],
      "2026-11-28T12:00:00Z",
      "open 2026-11-28T23:00:00.000Z",
    ],
    [
      "never closes where they leave no gap",
      [{ days: weekdays, from: "00:00", until: "00:00", timeZone: "UTC" }],
      "2026-11-28T12:00:00Z",
      "open always",
    ],
    [
      "counts the days of its own zone",
      [{ days: ["sat"], from: "00:00", until: "02:00", timeZone: "Pacific/Auckland" }],
      "2026-11-27T11:30:00Z",
      "open 2026-11-27T13:00:00.000Z",
    ],
    [
      "is read west of Greenwich as well",
      [{ days: ["fri"], from: "23:00", until: "23:30", timeZone: "America/St_Johns" }],
      "2026-11-27T12:00:00Z",
      "closed 2026-11-28T02:30:00.000Z",
    ],
  ])("%s", (_what, windows, moment, state) => {
    expect(seen(windows, moment)).toBe(state);
  });

  it("does not know a window that never opens", () => {
    expect(() => lookAtWindows([{ ...nights, days: [] }], at("2026-11-28T12:00:00Z"))).toThrow(
      "never opens",
    );
  });
});
