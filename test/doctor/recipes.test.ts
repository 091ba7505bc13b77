import { describe, expect, it } from "vitest";
import { checkRecipes } from "../../src/doctor/recipes.ts";
import { instant } from "../../src/flows/model/ids.ts";

describe("the doctor's look at recipes", () => {
  it("says nothing of age while somebody looked within a year", async () => {
    const now = instant(Date.UTC(2026, 10, 30));

    const findings = await checkRecipes(["recipes"], { tenants: [] }, now);

    expect(findings.map(({ what, state }) => [what, state])).toEqual([["files", "ok"]]);
  });

  it("warns of those that nobody looked at for a year, by name, and says what to do", async () => {
    const now = instant(Date.UTC(2027, 10, 23));

    const findings = await checkRecipes(["recipes"], { tenants: [] }, now);

    expect(findings[1]).toMatchObject({ what: "age", state: "warning" });
    expect(findings[1]?.words).toMatch(
      /^Nobody looked at the guides of \d+ for a year: beamery-x509, .*, and more\.$/,
    );
    expect(findings[1]?.remedy).toContain("`lookedAt`");
  });

  it("reports a folder that cannot be read", async () => {
    const findings = await checkRecipes(["none"], { tenants: [] }, instant(0));

    expect(findings.map(({ state }) => state)).toEqual(["failed"]);
  });
});
