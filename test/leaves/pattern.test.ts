import { describe, expect, it } from "vitest";
import { isPattern, matchesPart, matchesWhole } from "../../src/pattern.ts";

describe("a pattern that an operator wrote", () => {
  it.each([
    [String.raw`CHG\d{7}`, "CHG1234567", true],
    [String.raw`CHG\d{7}`, "CHG12345678", false],
    [String.raw`CHG\d{7}`, "CHG1234567\n", false],
    ["CHG|INC", "INC", true],
    ["CHG|INC", "CHG-INC", false],
    [String.raw`(?<year>\d{4})-\u00e9+`, "2026-éé", true],
    [String.raw`\p{L}+`, "Übergabe", true],
  ])("matches a whole text: %s, %j", (pattern, text, isMatch) => {
    expect(matchesWhole(text, pattern)).toBe(isMatch);
  });

  it.each([
    ["ISU_", "MY_ISU_X", true],
    ["^ISU_", "MY_ISU_X", false],
    ["_X$", "MY_ISU_X", true],
    ["isu_", "MY_ISU_X", false],
  ])("matches a part of a text: %s, %j", (pattern, text, isMatch) => {
    expect(matchesPart(text, pattern)).toBe(isMatch);
  });

  // One that tries each way to split such a text ends with none of these before the machine does.
  it.each(["^(x+x+)+y$", String.raw`^(\w+)+$`, "^(?:a|x+)+y$", "^(?:b|(?:a|x+)+y)$"])(
    "is at no text's mercy: %s",
    (pattern) => {
      expect(isPattern(pattern)).toBe(true);
      expect(matchesWhole(`${"x".repeat(5000)}!`, pattern)).toBe(false);
    },
  );
});
