import { expect, it } from "vitest";
import { nearest } from "../../../src/flows/text/nearest.ts";

it.each<[typed: string, found: readonly string[]]>([
  ["", []],
  ["viva", ["viva-learning"]],
  ["oktta", ["okta"]],
  ["statsu-of-something", []],
])("finds what %o may mean", (typed, found) => {
  expect(nearest(typed, ["viva-learning", "okta", "entra-id"])).toEqual(found);
});
