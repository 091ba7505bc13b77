// Breaks the product, one thing at a time, and says which rows of docs/coverage.md nobody would notice: see CONTRIBUTING.md
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Breakage } from "../test/mutations/breakage.ts";
import { breakages } from "../test/mutations/breakages.ts";
import { type CoverageRow, readCoverageRows } from "../test/mutations/coverage-rows.ts";
import { isRed, runTests } from "../test/mutations/run-tests.ts";

const usage = `npm run test:mutations -- [--quick] [part of a name, a file or a row]…

Applies each breakage of test/mutations to a copy of this tree, runs the tests that its rows of docs/coverage.md name,
and says which rows stay green. Ends with 1 where one does, with 2 where the tests are red without any breakage, with
64 for an option that it does not know.

  --quick   leaves out what starts the whole bot, and says which rows only that could hold
  part      only the breakages whose name, file or row has one of these parts`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

const rows = new Map<string, CoverageRow>();
// A step that stands in two tables has the tests of both.
for (const row of readCoverageRows()) {
  const { tests = [] } = rows.get(row.step) ?? {};
  rows.set(row.step, { ...row, tests: [...tests, ...row.tests] });
}

/** Files that Git knows or would take, without what it ignores. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "isu-bot-mutations-"));
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", list, { encoding: "utf8", maxBuffer: 100_000_000 });
  for (const file of files.split("\0")) {
    if (file !== "") cpSync(file, join(copy, file), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  return copy;
}

function isSlow(file: string): boolean {
  return /^test\/(?:journey|browser)\//.test(file);
}

function filesOf(some: readonly CoverageRow[], isWanted: (file: string) => boolean): string[] {
  const files = some.flatMap(({ tests }) => tests.map(([file]) => file));
  return [...new Set(files)].filter(isWanted);
}

function rowsOf({ rows: steps }: Breakage): readonly CoverageRow[] {
  return steps.flatMap((step) => rows.get(step) ?? []);
}

/** The rows that stay green with one thing broken. What is quick comes first, the whole bot only where that is green. */
function findGreen(copy: string, breakage: Breakage, isQuick: boolean): readonly CoverageRow[] {
  const file = join(copy, breakage.file);
  const before = readFileSync(file, "utf8");
  writeFileSync(
    file,
    before.replace(breakage.find, () => breakage.replace),
  );
  try {
    const quick = filesOf(rowsOf(breakage), (one) => !isSlow(one));
    const first = quick.length === 0 ? undefined : runTests(copy, quick);
    const green = rowsOf(breakage).filter((row) => first === undefined || !isRed(first, row));
    const slow = filesOf(green, (one) => one.startsWith("test/journey/"));
    if (isQuick || slow.length === 0) return green;
    const second = runTests(copy, slow);
    return green.filter((row) => !isRed(second, row));
  } finally {
    writeFileSync(file, before);
  }
}

function isChosen({ name, file, rows: steps }: Breakage, parts: readonly string[]): boolean {
  return (
    parts.length === 0 || parts.some((part) => [name, file, ...steps].join("\n").includes(part))
  );
}

function main(given: readonly string[]): number {
  if (given.includes("--help")) {
    console.log(usage);
    return 0;
  }
  const odd = given.find((one) => one.startsWith("-") && one !== "--quick");
  if (odd === undefined) return breakAll(given);
  console.error(`Unknown option '${odd}'\n\n${usage}`);
  return badUsage;
}

function breakAll(given: readonly string[]): number {
  const isQuick = given.includes("--quick");
  const chosen = breakages.filter((one) =>
    isChosen(
      one,
      given.filter((part) => part !== "--quick"),
    ),
  );
  const copy = copyTree();
  try {
    const whole = chosen.flatMap(rowsOf);
    console.error(`${chosen.length} breakages. First the tests without any …`);
    const before = runTests(
      copy,
      filesOf(whole, (file) => !isSlow(file)),
    );
    const red = new Set(whole.filter((row) => isRed(before, row)).map(({ step }) => step));
    if (red.size > 0) {
      console.error(`Red without any breakage: ${[...red].join("; ")}`);
      return 2;
    }
    let count = 0;
    for (const breakage of chosen) {
      const green = findGreen(copy, breakage, isQuick);
      count += green.length;
      console.log(`${green.length === 0 ? "red  " : "GREEN"} ${breakage.file}: ${breakage.name}`);
      for (const { step } of green) console.log(`      ${step}`);
    }
    console.log(`${chosen.length} breakages, ${count} rows stay green`);
    return count === 0 ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

process.exitCode = main(process.argv.slice(2));
