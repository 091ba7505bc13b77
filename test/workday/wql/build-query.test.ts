import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildQuery, type Query, type QueryRefusal } from "../../../src/workday/wql/build-query.ts";

const least: Query = { fields: ["securityGroup"], source: "allSecurityGroups" };

describe("buildQuery", () => {
  it("selects each field once, by alias", () => {
    const fields = ["securityGroup", "members", "securityGroup", "cf_Access1"];

    expect(buildQuery({ ...least, fields })).toEqual({
      ok: true,
      value: "SELECT securityGroup, members, cf_Access1 FROM allSecurityGroups",
    });
  });

  it("passes filter and parameters to the source", () => {
    const query = {
      ...least,
      source: "allSystemAccountSignons",
      filter: "workdaySystemAccountSignonsInRange",
      parameters: { fromMoment: "2026-01-05T09:00:00Z", toMoment: 'a "moment"' },
    };

    expect(buildQuery(query)).toEqual({
      ok: true,
      value:
        "SELECT securityGroup FROM allSystemAccountSignons(dataSourceFilter=workdaySystemAccountSignonsInRange, " +
        `fromMoment="2026-01-05T09:00:00Z", toMoment='a "moment"')`,
    });
  });

  it.each<[why: string, query: Query, refusal: QueryRefusal]>([
    ["no field", { ...least, fields: [] }, "bad-name"],
    ["a field that is more than one", { ...least, fields: ["a, b"] }, "bad-name"],
    ["a field of all fields", { ...least, fields: ["*"] }, "bad-name"],
    ["an empty field", { ...least, fields: [""] }, "bad-name"],
    ["a source with another query in it", { ...least, source: "a) UNION b" }, "bad-name"],
    ["a filter that says more", { ...least, filter: "one, other" }, "bad-name"],
    [
      "a parameter's name that says more",
      { ...least, parameters: { 'a="b", c': "d" } },
      "bad-name",
    ],
    ["a text with both quotes", { ...least, parameters: { a: `"'` } }, "bad-text"],
    ["a text with a backslash", { ...least, parameters: { a: "\\" } }, "bad-text"],
    ["a text on two lines", { ...least, parameters: { a: "b\nc" } }, "bad-text"],
    ["half of a character", { ...least, parameters: { a: "\ud800" } }, "bad-text"],
    ["more than fits", { ...least, parameters: { a: "b".repeat(2_048) } }, "too-long"],
    ["more than fits once escaped", { ...least, parameters: { a: "é".repeat(400) } }, "too-long"],
  ])("refuses %s", (_why, query, refusal) => {
    expect(buildQuery(query)).toEqual({ ok: false, error: refusal });
  });

  it("never lets a text end before its end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const built = buildQuery({ ...least, parameters: { a: text } });
        if (!built.ok) return;
        const [, quote = "", inside] = /\(a=(["'])(.*)\1\)$/s.exec(built.value) ?? [];
        expect(inside).toBe(text);
        expect(text).not.toContain(quote);
      }),
    );
  });
});
