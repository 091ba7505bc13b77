import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { type EffectTimes, lookAtEffects } from "../../../src/flows/tenant/effect-times.ts";

function at(moment: string): ReturnType<typeof instant> {
  return instant(Date.parse(`2026-${moment}:00Z`));
}

const saturdays = [
  { days: ["sat"], from: "10:00", until: "12:00", timeZone: "UTC" },
] as const satisfies EffectTimes["changeWindows"];

function freeze(from: string, until: string, why = "Year end"): EffectTimes["freezes"][number] {
  return { from: at(from), until: at(until), why };
}

describe("lookAtEffects", () => {
  it.each<[what: string, times: Partial<EffectTimes>, moment: string, state: object]>([
    ["is always open where nothing is said", {}, "12-01T09:00", { kind: "open" }],
    [
      "is open until the next freeze",
      { freezes: [freeze("12-20T00:00", "12-30T00:00"), freeze("12-10T00:00", "12-11T00:00")] },
      "12-01T09:00",
      { kind: "open", closesAt: at("12-10T00:00") },
    ],
    [
      "is closed from a freeze's first moment",
      { freezes: [freeze("12-20T00:00", "12-30T00:00")] },
      "12-20T00:00",
      { kind: "closed", opensAt: at("12-30T00:00"), freeze: "Year end" },
    ],
    [
      "is open at its end",
      { freezes: [freeze("12-20T00:00", "12-30T00:00")] },
      "12-30T00:00",
      { kind: "open" },
    ],
    [
      "waits for the end of the last of those that touch",
      { freezes: [freeze("12-01T00:00", "12-10T00:00"), freeze("12-10T00:00", "12-20T00:00")] },
      "12-05T00:00",
      { kind: "closed", opensAt: at("12-20T00:00"), freeze: "Year end" },
    ],
    [
      "waits for the window after a freeze",
      { changeWindows: saturdays, freezes: [freeze("11-30T00:00", "12-06T00:00")] },
      "12-01T00:00",
      { kind: "closed", opensAt: at("12-12T10:00"), freeze: "Year end" },
    ],
    [
      "passes over a window that is frozen, months of them",
      { changeWindows: saturdays, freezes: [freeze("09-05T09:00", "12-04T00:00")] },
      "09-05T08:00",
      { kind: "closed", opensAt: at("12-05T10:00") },
    ],
    [
      "closes a window that a freeze cuts off",
      { changeWindows: saturdays, freezes: [freeze("12-05T11:00", "12-30T00:00")] },
      "12-05T10:30",
      { kind: "open", closesAt: at("12-05T11:00") },
    ],
    [
      "closes a window at its own end before that",
      { changeWindows: saturdays, freezes: [freeze("12-05T12:30", "12-30T00:00")] },
      "12-05T10:30",
      { kind: "open", closesAt: at("12-05T12:00") },
    ],
  ])("%s", (_what, times, moment, state) => {
    expect(lookAtEffects({ changeWindows: [], freezes: [], ...times }, at(moment))).toEqual(state);
  });
});
