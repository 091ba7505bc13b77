import { expect } from "vitest";

/** Stands for any text that matches, typed so that nothing unchecked spreads from it. */
export function matching(pattern: RegExp | string): unknown {
  return typeof pattern === "string"
    ? expect.stringContaining(pattern)
    : expect.stringMatching(pattern);
}
