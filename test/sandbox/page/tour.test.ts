import { describe, expect, it } from "vitest";
import { planTour, type TourFacts } from "../../../sandbox/page/tour/tour.ts";

const nothing: TourFacts = {
  isRequestOpen: false,
  isActivated: false,
  isPasswordStored: false,
  hasAskedForStatus: false,
  hasSurvived: false,
  isClockMoved: false,
};

function ticksOf(facts: Partial<TourFacts>): string {
  return planTour({ ...nothing, ...facts })
    .map(({ isDone }) => (isDone ? "x" : "-"))
    .join("");
}

describe("planTour", () => {
  it.each<[ticks: string, facts: Partial<TourFacts>]>([
    ["-----", {}],
    ["x----", { isRequestOpen: true }],
    ["-x---", { isActivated: true }],
    ["-----", { isPasswordStored: true }],
    ["--x--", { isPasswordStored: true, hasAskedForStatus: true }],
    ["---x-", { hasSurvived: true }],
    ["----x", { isClockMoved: true }],
  ])("ticks %s by what has happened", (ticks, facts) => {
    expect(ticksOf(facts)).toBe(ticks);
  });

  it("has something to click at each step", () => {
    const steps = planTour(nothing);

    expect(steps.filter(({ offers }) => offers.length === 0)).toEqual([]);
  });
});
