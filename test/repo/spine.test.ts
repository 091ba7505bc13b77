import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const mostHops = 24;

const row = /^\| `(\w+)` in `(src\/[^`]+)` +\| `(\w+)` in `(src\/[^`]+)` +\|$/gm;

interface Hop {
  readonly from: string;
  readonly caller: string;
  readonly to: string;
  readonly called: string;
}

const hops: readonly Hop[] = [...readFileSync("docs/architecture.md", "utf8").matchAll(row)].map(
  ([, caller = "", from = "", called = "", to = ""]) => ({ from, caller, to, called }),
);

function declares(file: string, name: string): boolean {
  return new RegExp(String.raw`\bfunction ${name}\b`).test(readFileSync(file, "utf8"));
}

describe("the spine of create, as the documentation lists it", () => {
  it("is short", () => {
    expect(hops.length).toBeGreaterThan(20);
    expect(hops.length).toBeLessThanOrEqual(mostHops);
  });

  it.each(hops)("goes from $caller to $called", ({ from, caller, to, called }) => {
    expect(declares(from, caller)).toBe(true);
    expect(declares(to, called)).toBe(true);
  });

  // What a port joins carries the port's name, or is handed in by `run.ts`.
  it.each(hops.filter(({ to }) => !/\/(?:soap|runner)\.ts$/.test(to)))(
    "finds $called named where it is called",
    ({ from, called }) => {
      expect(readFileSync(from, "utf8")).toMatch(new RegExp(String.raw`\b${called}\b`));
    },
  );
});
