import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

const home = "test/repo/examples";

/** What stands below a heading of CONTRIBUTING.md, up to the next one. */
export function textBelow(heading: string): string {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const [, rest = ""] = text.split(`\n### ${heading}\n`);
  const [own = ""] = rest.split(/\n##+ /);
  return own;
}

/** The blocks of one language below a heading of CONTRIBUTING.md. */
export function blocksBelow(heading: string, language = "ts"): readonly string[] {
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g");
  return [...textBelow(heading).matchAll(block)].map(([, code = ""]) => code);
}

/**
 * The code of an example, as it would read in its place: its paths from there, and its imports in the formatter's order.
 *
 * @param folder where it would stand, such as `src/bot/commands`
 */
export function exampleFor(folder: string, file: string): string {
  const code = readFileSync(join(home, file), "utf8").replaceAll(
    /"(\.\.\/[^"]+)"/g,
    (_quoted, path: string) => `"${fromFolder(folder, join(home, path))}"`,
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

function fromFolder(folder: string, path: string): string {
  const way = relative(folder, path);
  return way.startsWith(".") ? way : `./${way}`;
}
