import { describe, expect, it } from "vitest";
import { describeMixed, isMixed } from "../../src/unicode/scripts.ts";

describe("isMixed", () => {
  it.each([
    "ISU_Slack_Bot",
    "Worker Data: Prüfung – 1/2 (ß)",
    "Зарплата 2026",
    "Μισθοδοσία",
    "給与ひらがなカタカナ",
    "ISU_給与",
    "ISU_급여",
    "رواتب",
    "🚀 ISU",
    "",
  ])("does not ask about %j", (name) => {
    expect(isMixed(name)).toBe(false);
  });

  it.each(["ISU_Slаck", "ISU_Slack_Βot", "ISU_Зарплата", "ΑБ", "Ꮪecurity", "Ꮪ"])(
    "asks about %j",
    (name) => {
      expect(isMixed(name)).toBe(true);
    },
  );
});

describe("describeMixed", () => {
  it("shows which letters are not Latin, each once and five at most", () => {
    expect(describeMixed("ISU_Slаck")).toBe("ISU_Slаck (not Latin: а U+0430)");
    expect(describeMixed("ISU_аабвгде")).toBe(
      "ISU_аабвгде (not Latin: а U+0430, б U+0431, в U+0432, г U+0433, д U+0434)",
    );
  });
});
