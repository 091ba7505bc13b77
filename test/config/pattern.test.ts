import { expect, it } from "vitest";
import { aPattern } from "../../src/config/pattern.ts";

it.each([
  ["^(?:ISU|INT)_[A-Za-z0-9_]+$", []],
  ["(", ["a regular expression"]],
  [
    String.raw`^(?:ISU|INT)_(\w+)+$`,
    ["a regular expression that is quick with any text of 100 letters"],
  ],
])("takes no pattern that what people type can stop the bot with: %s", (pattern, problems) => {
  const read = aPattern(100).safeParse(pattern);
  expect(read.error?.issues.map(({ message }) => message) ?? []).toEqual(problems);
});
