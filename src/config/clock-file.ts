import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findProduction } from "./own-machine.ts";
import type { Problem } from "./problems.ts";
import type { ReadableConfig } from "./readable.ts";

/** A file that sets the clock is as small as this, so that every instant stays a date: 316 years. */
const offset = /^-?\d{1,13}\s*$/;

/**
 * By how many milliseconds a set clock is ahead of the machine's.
 *
 * @throws when the file cannot be read or holds anything else: a wrong time is worse than none.
 */
export function readClockOffset(path: string): number {
  const text = readFileSync(path, "utf8");
  if (!offset.test(text)) throw new Error(`${path} does not hold a whole number of milliseconds`);
  return Number(text);
}

/** What people of a production tenant decide and wait for goes by the real time. */
export function checkClock(file: ReadableConfig, base: string): readonly Problem[] {
  const { clockFile } = file;
  if (clockFile === undefined) return [];
  const found = `"${clockFile}"`;
  if (findProduction(file) !== undefined) {
    const expected = "no set clock where a tenant is in production";
    return [{ key: "clockFile", found, expected }];
  }
  try {
    readClockOffset(resolve(base, clockFile));
    return [];
  } catch {
    const expected = "a readable file that holds a whole number of milliseconds, such as 0";
    return [{ key: "clockFile", found, expected }];
  }
}
