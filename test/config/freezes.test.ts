import { describe, expect, it } from "vitest";
import { aFile, aTenantEntry, problemsOf, read } from "./a-config.ts";

const yearEnd = {
  from: "2026-12-18T18:00:00+01:00",
  until: "2027-01-05T06:00:00+01:00",
  why: "Year end",
};

function withFreeze(changes: Record<string, unknown>): Record<string, unknown> {
  return aFile({ tenants: [aTenantEntry({ freezes: [{ ...yearEnd, ...changes }] })] });
}

describe("freezes", () => {
  it("are none unless said", () => {
    const given = read(withFreeze({}));
    const none = read(aFile());

    expect(given.ok && given.value.file.tenants[0]?.freezes).toEqual([yearEnd]);
    expect(none.ok && none.value.file.tenants[0]?.freezes).toEqual([]);
  });

  it.each<[what: string, changes: Record<string, unknown>, key: string, expected: string]>([
    ["without an offset", { from: "2026-12-18T18:00:00" }, "from", "a moment with its offset"],
    ["on a day", { until: "2027-01-05" }, "until", "a moment with its offset"],
    ["that end before they begin", { until: "2026-12-18T16:00:00Z" }, "until", "after it begins"],
    ["without a reason", { why: " " }, "why", "characters"],
  ])("are refused %s", (_what, changes, key, expected) => {
    const [problem, ...more] = problemsOf(withFreeze(changes));

    expect(more).toEqual([]);
    expect(problem?.[0]).toBe(`tenants[0].freezes[0].${key}`);
    expect(problem?.[2]).toContain(expected);
  });
});
