import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A program of the product, by its place in `src`. */
type Program = "main" | "doctor/main" | "operator/main";

/**
 * The file to start: the program's source, or what a run of tests has made of it, if this process was told where. The
 * tests start hundreds, and most of a start is finding and reading a thousand and more files.
 */
export function fileOf(program: Program): string {
  // oxlint-disable-next-line node/no-process-env -- set by the tests alone
  const joined = process.env["JOINED_PROGRAMS"];
  if (joined !== undefined) return join(joined, `${program}.mjs`);
  return fileURLToPath(new URL(`../src/${program}.ts`, import.meta.url));
}
