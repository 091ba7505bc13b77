import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kinds } from "../../src/flows/kinds/kinds.ts";

/** Files beside a kind's own that may name it: its types, their stored form, two tables, its form. */
const most = 8;

/** Names of other things too: of commands, steps, properties, and of what may be left behind. Only as a kind they count. */
const homonyms = new Set([
  "create",
  "activate",
  "activate-group",
  "permissions",
  "api-client",
  "rollback",
  "settings",
]);

const sources = globSync("src/**/*.{ts,js}").map((file) => ({
  file,
  lines: readFileSync(file, "utf8").split("\n"),
}));

function isNamed(kind: string, line: string): boolean {
  const isOfKinds = /\bkinds?\b/i.test(line) && !/\bwhat\b/.test(line);
  return line.includes(`"${kind}"`) && (!homonyms.has(kind) || isOfKinds);
}

/** A kind's own: what it is, and how the tenant is asked before it. */
function homesOf(kind: string): readonly string[] {
  return [`src/flows/kinds/${kind}.ts`, `src/flows/intake/prepare-${kind}.ts`];
}

/** A table with an entry for each kind names them all. */
const table = /\bin DraftKind\]|\bRecord<DraftKind\b|\bKindTable<Draft>/;

function listFilesNaming(kind: string): readonly string[] {
  return sources
    .filter(({ file }) => !homesOf(kind).includes(file))
    .filter(({ lines }) => lines.some((line) => isNamed(kind, line) || table.test(line)))
    .map(({ file }) => file);
}

describe("the table of kinds", () => {
  it("has a file of its own for each kind", () => {
    const files = new Set(globSync("src/flows/kinds/*.ts"));

    const missing = Object.keys(kinds).filter((kind) => !files.has(`src/flows/kinds/${kind}.ts`));

    expect(missing).toEqual([]);
  });

  it("is asked by everybody else, so that few files name a kind", () => {
    const counts = Object.keys(kinds).map((kind) => ({ kind, files: listFilesNaming(kind) }));
    const rows = counts.map(({ kind, files }) => `${kind.padEnd(16)}${files.length}`);
    process.stdout.write(`Files that name a kind beside its own:\n${rows.join("\n")}\n`);

    const tooMany = counts.filter(({ files }) => files.length > most);

    expect(tooMany).toEqual([]);
  });

  it("leaves nobody to choose by the kind of a draft, or of what a form sends", () => {
    const names = Object.keys(kinds).join("|");
    const choosing = new RegExp(`\\bkind [!=]== "(?:${names})"|\\bcase "(?:${names})"`);
    const strays = sources
      .filter(({ file }) => file !== "src/flows/request/draft.ts")
      .filter(({ lines }) => lines.some((line) => /\/request\/(?:raw-)?draft\.ts/.test(line)))
      .flatMap(({ file, lines }) =>
        lines.filter((line) => choosing.test(line)).map((line) => `${file}: ${line.trim()}`),
      );

    expect(strays).toEqual([]);
  });

  it("leaves nobody to ask a draft for its kind, where another part of it or a fact of its kind tells", () => {
    const names = Object.keys(kinds).join("|");
    const asking = new RegExp(
      `\\b(?:draft|account|raw|kept)\\??\\.kind [!=]== "(?:${names})"|Record<DraftKind`,
    );
    const strays = sources
      .filter(
        ({ file }) =>
          /^src\/(?:flows|web|bot)\//.test(file) && file !== "src/flows/request/draft.ts",
      )
      .flatMap(({ file, lines }) =>
        lines.filter((line) => asking.test(line)).map((line) => `${file}: ${line.trim()}`),
      );

    expect(strays).toEqual([]);
  });
});
