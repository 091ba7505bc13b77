import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A program of the product, by its place in `src`. */
type Program = "main" | "doctor/main" | "operator/main";

/**
 * What Node is started with for a program: its source, or what a run of tests has made of it, if this process was told
 * where. The tests start hundreds, and most of a start is finding and reading a thousand and more files; they end
 * after some seconds, in which what V8 does to make code faster costs more than it brings.
 */
export function toStart(program: Program): readonly string[] {
  // oxlint-disable-next-line node/no-process-env -- set by the tests alone
  const joined = process.env["JOINED_PROGRAMS"];
  if (joined !== undefined) return [...asItIs, join(joined, `${program}.mjs`)];
  return [fileURLToPath(new URL(`../src/${program}.ts`, import.meta.url))];
}

/** Code is compiled once, and not again where it runs often. */
const asItIs = ["--no-opt", "--no-maglev"];
