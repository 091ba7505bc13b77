import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

const home = "test/repo/examples";

/** The blocks of one language below a heading of CONTRIBUTING.md. */
export function blocksBelow(heading: string, language = "ts"): readonly string[] {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const [, rest = ""] = text.split(`\n### ${heading}\n`);
  const [own = ""] = rest.split(/\n##+ /);
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g");
  return [...own.matchAll(block)].map(([, code = ""]) => code);
}

/**
 * The code of an example, as it would read in its place.
 *
 * @param folder where it would stand, such as `src/bot/commands`
 */
export function exampleFor(folder: string, file: string): string {
  return readFileSync(join(home, file), "utf8").replaceAll(
    /"(\.\.\/[^"]+)"/g,
    (_quoted, path: string) => `"${fromFolder(folder, join(home, path))}"`,
  );
}

function fromFolder(folder: string, path: string): string {
  const way = relative(folder, path);
  return way.startsWith(".") ? way : `./${way}`;
}
