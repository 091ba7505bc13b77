import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";

const mostHops = 24;

const architecture = readFileSync("docs/architecture.md", "utf8");

const row = /^\| `(\w+)` in `(src\/[^`]+)` +\| `(\w+)` in `(src\/[^`]+)` +\|$/gm;

interface Hop {
  readonly from: string;
  readonly caller: string;
  readonly to: string;
  readonly called: string;
}

const hops: readonly Hop[] = [...architecture.matchAll(row)].map(
  ([, caller = "", from = "", called = "", to = ""]) => ({ from, caller, to, called }),
);

function declares(file: string, name: string): boolean {
  return new RegExp(String.raw`\bfunction ${name}\b|^export const ${name}:`, "m").test(
    readFileSync(file, "utf8"),
  );
}

/** What a table or a port holds is not named where it is called, but where it is entered or joined. */
const joinedIn: Readonly<Record<string, string>> = {
  askForUser: "src/bot/commands/create.ts",
  createWorkday: "src/tenant-contexts.ts",
  createSoap: "src/workday/workday.ts",
  createRunner: "src/tenant-contexts.ts",
};

describe("the spine of create, as the documentation lists it", () => {
  it("is short", () => {
    expect(hops.length).toBeGreaterThan(20);
    expect(hops.length).toBeLessThanOrEqual(mostHops);
  });

  it.each(hops)("goes from $caller to $called", ({ from, caller, to, called }) => {
    expect(declares(from, caller)).toBe(true);
    expect(declares(to, called)).toBe(true);
  });

  it.each(hops)("finds $called named where it is called, or joined", ({ from, called }) => {
    const file = joinedIn[called] ?? from;

    expect(readFileSync(file, "utf8")).toMatch(new RegExp(String.raw`\b${called}\b`));
  });
});

/** The stations of a secret: rows that name one function, and say what happens there. */
const station = /^\| `(\w+)` in `(src\/[^`]+)` +\| [^`|]/gm;

describe("the walk of a secret, as the documentation lists it", () => {
  const stations = [...architecture.matchAll(station)].map(([, name = "", file = ""]) => ({
    name,
    file,
  }));

  it("goes through several rooms", () => {
    expect(stations.length).toBeGreaterThan(10);
  });

  it.each(stations)("finds $name in $file", ({ name, file }) => {
    expect(declares(file, name)).toBe(true);
  });
});

describe("the architecture", () => {
  it("names files that are there", () => {
    const names = globSync("{src,test}/**/*.ts").map((file) => basename(file));
    const named = [...architecture.matchAll(/`([\w.-]+\.ts)`/g)].map(([, name = ""]) => name);

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("draws each layer with the rooms of its table, in their order", () => {
    const rooms = [...architecture.matchAll(/^\| `(src\/\w+)\/([^`]+)` /gm)];
    const layers = Map.groupBy(rooms, ([, layer = ""]) => layer);
    const listed = [...layers].map(([layer, rows]) => ({
      layer,
      rooms: rows.map(([, , room]) => room),
    }));
    const boxes = [...architecture.matchAll(/^ {2}\w+\["(src\/\w+)<br\/>([^"]+)"\]$/gm)];
    const drawn = boxes.map(([, layer = "", text = ""]) => ({
      layer,
      rooms: text.split(/ · |<br\/>/),
    }));

    expect(new Set(drawn)).toEqual(new Set(listed));
  });
});
