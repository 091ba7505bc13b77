import { expect, it } from "vitest";
import { findTypo, nearest } from "../../../src/flows/text/nearest.ts";

it.each<[typed: string, found: readonly string[]]>([
  ["", []],
  ["viva", ["viva-learning"]],
  ["oktta", ["okta"]],
  ["statsu-of-something", []],
])("finds what %o may mean", (typed, found) => {
  expect(nearest(typed, ["viva-learning", "okta", "entra-id"])).toEqual(found);
});

it.each<[typed: string, meant: string | undefined]>([
  ["Worker Datta", "Worker Data"],
  ["Worker Datts", "Worker Dates"],
  ["worker data", undefined],
  ["Payroll", undefined],
  ["Bagde", undefined],
])("takes %o for a typo of %o", (typed, meant) => {
  expect(findTypo(typed, ["Worker Dates", "Worker Data", "Badge"])).toBe(meant);
});
