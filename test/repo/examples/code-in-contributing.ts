import { readFileSync } from "node:fs";
import { posix } from "node:path";

/** What stands below a heading of CONTRIBUTING.md, up to the next one. */
export function textBelow(heading: string): string {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const [, rest = ""] = text.split(`\n### ${heading}\n`);
  const [own = ""] = rest.split(/\n##+ /);
  return own;
}

/** The TypeScript blocks below a heading of CONTRIBUTING.md. */
export function blocksBelow(heading: string): readonly string[] {
  return [...textBelow(heading).matchAll(/```ts\n([^]*?)```/g)].map(([, code = ""]) => code);
}

/**
 * The code of an example, as it would read in its place.
 *
 * @param folder where it would stand, such as `src/bot/commands`
 */
export function exampleFor(folder: string, file: string): string {
  const code = readFileSync(`test/repo/examples/${file}`, "utf8").replaceAll(
    /"\.\.\/\.\.\/\.\.\/(src\/[^"]+)"/g,
    (_whole, target: string) => `"${toRelative(folder, target)}"`,
  );
  const lines = code.split("\n");
  const imports = lines.filter(isImport).toSorted((one, other) => depthOf(other) - depthOf(one));
  return [...imports, ...lines.filter((line) => !isImport(line))].join("\n");
}

function isImport(line: string): boolean {
  return line.startsWith("import ");
}

/** The formatter puts what is further up first. */
function depthOf(line: string): number {
  return line.split("../").length;
}

function toRelative(folder: string, target: string): string {
  const path = posix.relative(folder, target);
  return path.startsWith(".") ? path : `./${path}`;
}
