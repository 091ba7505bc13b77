import { describe, expect, it } from "vitest";
import { aFile, aTenantEntry, problemsOf, read } from "./a-config.ts";

const nights = { days: ["sat", "sun"], from: "22:00", until: "04:00", timeZone: "Europe/Zurich" };

function withWindow(changes: Record<string, unknown>): Record<string, unknown> {
  return aFile({ tenants: [aTenantEntry({ changeWindows: [{ ...nights, ...changes }] })] });
}

describe("change windows", () => {
  it("may pass midnight, and are none unless said", () => {
    const given = read(withWindow({}));
    const none = read(aFile());

    expect(given.ok && given.value.file.tenants[0]?.changeWindows).toEqual([nights]);
    expect(none.ok && none.value.file.tenants[0]?.changeWindows).toEqual([]);
  });

  it.each<[what: string, changes: Record<string, unknown>, key: string, expected: string]>([
    ["on no day", { days: [] }, "days", "array to have >=1 items"],
    ["on a day in full", { days: ["Saturday"] }, "days[0]", "one of"],
    ["at one digit", { from: "9:00" }, "from", 'a time, such as "22:00" (in quotes)'],
    ["at midnight's other name", { until: "24:00" }, "until", "a time"],
    ["nowhere", { timeZone: "Zurich" }, "timeZone", "an IANA time zone, such as Europe/Zurich"],
    ["in an offset", { timeZone: "+01:00" }, "timeZone", "an IANA time zone"],
  ])("are refused %s", (_what, changes, key, expected) => {
    const [problem, ...more] = problemsOf(withWindow(changes));

    expect(more).toEqual([]);
    expect(problem?.[0]).toBe(`tenants[0].changeWindows[0].${key}`);
    expect(problem?.[2]).toContain(expected);
  });
});
