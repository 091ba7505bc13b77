import { expect, it } from "vitest";
import { aPattern } from "../../src/config/pattern.ts";

it.each([
  ["^(?:ISU|INT)_[A-Za-z0-9_]+$", []],
  ["(", ["a regular expression"]],
  ["^ISU_(?:a{99999999999}){0,99999}$", []],
  [
    String.raw`^(?:ISU|INT)_(\w+)+$`,
    ["a regular expression that is quick with any text of 100 letters"],
  ],
  [
    String.raw`^(?:ISU_)?(?:\w+\s?)*$`,
    ["a regular expression that is quick with any text of 100 letters"],
  ],
  ["^(?:ISU|INT)_(?:x+x+)+y$", ["a regular expression that is quick with any text of 100 letters"]],
  ["^ISU_[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$", []],
  [String.raw`^(?:[A-Z]{3}-)?[A-Z]{2,10}-\d{1,6}$`, []],
])("takes no pattern that what people type can stop the bot with: %s", (pattern, problems) => {
  const read = aPattern(100).safeParse(pattern);
  expect(read.error?.issues.map(({ message }) => message) ?? []).toEqual(problems);
});
