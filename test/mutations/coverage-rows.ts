import { readFileSync } from "node:fs";

/** A row of `docs/coverage.md`: a step of a guide, and the tests that prove it. */
export interface CoverageRow {
  readonly step: string;
  readonly cells: readonly string[];
  readonly tests: readonly (readonly [file: string, title: string])[];
}

/** The rows of the tables, without their heads: step, what to do in the bot, whose hand, tests. */
export function readCoverageRows(): readonly CoverageRow[] {
  return readFileSync("docs/coverage.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (?:-|step )/.test(line))
    .map((line): CoverageRow => {
      const cells = line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      const tests = [...line.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)].map(
        ([, file = "", title = ""]): [string, string] => [file, title],
      );
      return { step: cells[0] ?? "", cells, tests };
    });
}
