import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { describeAge, isOld, lookedAtOf } from "../../../src/flows/tenant/recipe-age.ts";

const now = instant(Date.UTC(2026, 10, 30, 15));

describe("the age of a recipe", () => {
  it.each([
    ["2026-12-02", false, "looked at within a month"],
    ["2026-11-30", false, "looked at within a month"],
    ["2026-10-31", false, "looked at within a month"],
    ["2026-10-30", false, "looked at 1 month ago"],
    ["2025-12-01", false, "looked at 11 months ago"],
    ["2025-11-30", true, "looked at 12 months ago"],
    ["2024-12-01", true, "looked at 23 months ago"],
    ["2024-11-30", true, "looked at 2 years ago"],
    ["2020-12-01", true, "looked at 5 years ago"],
  ])("of %s: old is %s, %s", (date, old, words) => {
    expect(isOld({ date }, now)).toBe(old);
    expect(describeAge({ date }, now)).toBe(words);
  });

  it("counts from the day somebody looked at the guide, however old that is", () => {
    const recipe = { date: "2019-01-01", lookedAt: "2026-11-30" };

    expect(lookedAtOf(recipe)).toBe("2026-11-30");
    expect(isOld(recipe, now)).toBe(false);
  });
});
