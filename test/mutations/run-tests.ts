import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { CoverageRow } from "./coverage-rows.ts";

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

type Report = z.infer<typeof Report>;

/** Runs test files in the copy of the tree; what cannot even be loaded is red, and so is what never ends. */
export function runTests(copy: string, files: readonly string[]): Report {
  const output = join(copy, "mutations.json");
  rmSync(output, { force: true });
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const report = ["--reporter=json", `--outputFile=${output}`];
  spawnSync(process.execPath, [vitest, "run", ...files, ...report, "--maxWorkers=2"], {
    cwd: copy,
    stdio: "ignore",
    timeout: 1_200_000,
  });
  return existsSync(output)
    ? Report.parse(JSON.parse(readFileSync(output, "utf8")))
    : allRed(files);
}

/** What was killed has written nothing. */
function allRed(files: readonly string[]): Report {
  const testResults = files.map((file) => ({
    name: `/${file}`,
    status: "failed",
    assertionResults: [],
  }));
  return { testResults };
}

/**
 * Whether a test that the row names is red. A title may be a part of one, or stand in the test's table, whose tests are
 * called otherwise: then all of the file counts.
 */
export function isRed(report: Report, { tests }: CoverageRow): boolean {
  return tests.some(([file, title]) =>
    report.testResults
      .filter(({ name }) => name.endsWith(`/${file}`))
      .some(({ status, assertionResults }) => {
        const named = assertionResults.filter(({ fullName }) => toPattern(title).test(fullName));
        const counted = named.length > 0 ? named : assertionResults;
        const isLoaded = assertionResults.length > 0;
        return isLoaded ? counted.some((one) => one.status === "failed") : status === "failed";
      }),
  );
}

/** What a table fills into a title, such as `$name`, may be anything. */
function toPattern(title: string): RegExp {
  const escaped = title.replaceAll(/[.*+?^{}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(escaped.replaceAll(/\$\w+|%[sijod]/g, ".+"));
}
