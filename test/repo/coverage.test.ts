import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breakages } from "../mutations/breakages.ts";
import { readCoverageRows } from "../mutations/coverage-rows.ts";

const rows = readCoverageRows();

describe("what the guides ask for", () => {
  it("is a table of all three", () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  it.each(rows)("$step: a way through the bot, a hand, and a test that exists", (row) => {
    const missing = row.tests.filter(
      ([file, title]) => !existsSync(file) || !readFileSync(file, "utf8").includes(title),
    );

    expect(row.cells).toHaveLength(4);
    expect(row.cells.filter((cell) => cell === "")).toEqual([]);
    expect(row.tests).not.toEqual([]);
    expect(missing).toEqual([]);
  });
});

describe("the breakages that show whether a row's tests hold it", () => {
  it.each(breakages)("$name: its text stands once in $file", ({ file, find, replace }) => {
    const parts = readFileSync(file, "utf8").split(find);

    expect(parts).toHaveLength(2);
    expect(replace).not.toBe(find);
  });

  it("are of rows that there are, one at least of each", () => {
    const broken = new Set(breakages.flatMap((one) => one.rows));

    expect(broken).toEqual(new Set(rows.map(({ step }) => step)));
  });

  it("each have a name of their own in their file", () => {
    const names = breakages.map(({ file, name }) => `${file}: ${name}`);

    expect(names).toEqual([...new Set(names)]);
  });
});
