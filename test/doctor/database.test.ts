import { describe, expect, it } from "vitest";
import { judgeDatabase, judgeError } from "../../src/doctor/database.ts";
import type { DatabaseFacts } from "../../src/store/database/database-facts.ts";
import { matching } from "../workday/support/matching.ts";

const good: DatabaseFacts = {
  version: 180_001,
  isStandby: false,
  mayCreateSchema: true,
  mayCreateTables: true,
  pending: [],
  unknown: [],
};

describe("judgeDatabase", () => {
  it("finds a good one good", () => {
    expect(judgeDatabase(good).map(({ what, state }) => [what, state])).toEqual([
      ["PostgreSQL", "ok"],
      ["rights", "ok"],
      ["tables", "ok"],
    ]);
  });

  it.each<[why: string, facts: Partial<DatabaseFacts>, what: string, words: RegExp]>([
    ["a version that is too old", { version: 130_022 }, "PostgreSQL", /version 13/],
    ["a standby", { isStandby: true }, "PostgreSQL", /standby/],
    ["a user who may make no schema", { mayCreateSchema: false }, "rights", /create a schema/],
    ["a user who may make no tables", { mayCreateTables: false }, "rights", /create tables/],
    [
      "a user who may make neither",
      { mayCreateSchema: false, mayCreateTables: false },
      "rights",
      /schema .*, nor create tables/,
    ],
    ["a newer bot's tables", { unknown: ["0099-later"] }, "tables", /newer version .*0099-later/],
  ])("finds %s", (_why, facts, what, words) => {
    const failed = judgeDatabase({ ...good, ...facts }).filter(({ state }) => state === "failed");

    expect(failed).toMatchObject([{ what, words: matching(words) }]);
    expect(failed[0]?.remedy).toMatch(/\.$/);
  });
});

describe("judgeError", () => {
  it.each([
    ["28P01", /user or the password/],
    ["28000", /user or the password/],
    ["3D000", /no database/],
    ["ETIMEDOUT", /cannot be reached/],
    ["57P03", /no answer .* \(57P03\)/],
    ["", /no answer that the bot can use\./],
  ])("says what %s means", (code, words) => {
    expect(judgeError(code)).toMatchObject({
      state: "failed",
      words: matching(words),
    });
  });
});
