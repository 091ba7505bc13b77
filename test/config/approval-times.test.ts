import { describe, expect, it } from "vitest";
import { aFile, aTenantEntry, leastEnvironment, problemsOf } from "./a-config.ts";

const night = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" };

function inProduction(changes: Record<string, unknown>): Record<string, unknown> {
  const approvals = { activation: "follows" };
  return aFile({
    database: "url",
    tenants: [aTenantEntry({ production: true, approvals, ...changes })],
  });
}

describe("activations that follow in production", () => {
  it("need a change window", () => {
    expect(problemsOf(inProduction({}), env)).toEqual([
      [
        "tenants[0].approvals.activation",
        '"follows", and no change windows',
        "changeWindows, since the tenant is production; or no activation",
      ],
    ]);
    expect(problemsOf(inProduction({ changeWindows: [night] }), env)).toEqual([]);
    expect(problemsOf(inProduction({ production: false }), env)).toEqual([]);
  });
});

const env = { ...leastEnvironment, DATABASE_URL: "postgres://bot@db/bot" };
