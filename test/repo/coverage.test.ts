import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/coverage.md", "utf8");

interface Row {
  readonly step: string;
  readonly cells: readonly string[];
  readonly tests: readonly (readonly [file: string, title: string])[];
}

/** Rows of the tables, without their heads: step, what to do in the bot, whose hand, tests. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:-|step )/.test(line))
  .map((line): Row => {
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    const tests = [...line.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)].map(
      ([, file = "", title = ""]): [string, string] => [file, title],
    );
    return { step: cells[0] ?? "", cells, tests };
  });

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
