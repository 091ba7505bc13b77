import { describe, expect, it } from "vitest";
import { toMedian, toPercentile95, toTable } from "../../bench/numbers.ts";

function upTo(most: number): readonly number[] {
  return Array.from({ length: most }, (_, at) => most - at);
}

describe("what is measured, as numbers", () => {
  it.each([
    ["one value", [7], 7, 7],
    ["two values", [2, 1], 1.5, 2],
    ["three values", [9, 1, 2], 2, 9],
    ["twenty values", upTo(20), 10.5, 19],
    ["a hundred values", upTo(100), 50.5, 95],
  ])("has a median and a 95th percentile of %s", (_what, values, median, percentile) => {
    expect([toMedian(values), toPercentile95(values)]).toEqual([median, percentile]);
  });

  it("is one plain table", () => {
    const table = toTable([
      { what: "the form", unit: "ms", values: [12.34, 5] },
      { what: "all of it", unit: "MB", values: [1234.5] },
    ]);

    expect(table.split("\n")).toEqual([
      "           median  95th  n  unit",
      "the form     8.67  12.3  2  ms",
      "all of it    1235  1235  1  MB",
    ]);
  });
});
