import { expect, it } from "vitest";
import { toSample } from "../../src/config/sample-of.ts";

it.each([
  ["^ISU_", "ISU_"],
  [String.raw`CHG\d{7}`, "CHG0000000"],
  [String.raw`(?:CHG|REQ)-(\d+)+`, "CHG-0"],
  [String.raw`^(?<kind>[A-Z]{2}|x)_\p{Lu}[^aA]?\.(ab){2,}\w+?$`, "AA_A0.ababa"],
  [String.raw`(?!ISU_TEST)(?<=x|y)ISU_(?:a(b|c)|d)\x41\u0041`, "ISU_abAA"],
  [String.raw`[日本]\b(?i:x)\k<kind>`, "日x"],
  ["", ""],
])("makes a text that %s matches", (pattern, sample) => {
  expect(toSample(pattern)).toBe(sample);
});
