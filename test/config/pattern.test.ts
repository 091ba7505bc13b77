import { expect, it } from "vitest";
import { Pattern } from "../../src/config/pattern.ts";

it.each([
  ["^(?:ISU|INT)_[A-Za-z0-9_]+$", true],
  [String.raw`^(?:[A-Z]{3}-)?[A-Z]{2,10}-\d{1,6}$`, true],
  [String.raw`^(?:ISU_)?(?:\w+\s?)*$`, true],
  ["(", false],
  ["^(?=.{5,20}$)ISU_", false],
  ["^(?<!X)ISU_", false],
  [String.raw`^(ISU)_\1$`, false],
  [String.raw`^(?<p>ISU)_\k<p>$`, false],
  [String.raw`^ISU_\h+$`, false],
  [String.raw`^ISU_\\k$`, true],
  ["^ISU_(?:a{99999999999}){0,99999}$", false],
  ["I".repeat(501), false],
])(
  "takes a regular expression that needs no lookaround and no back reference: %s",
  (pattern, isTaken) => {
    expect(Pattern.safeParse(pattern).success).toBe(isTaken);
  },
);
