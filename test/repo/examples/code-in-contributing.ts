import { readFileSync } from "node:fs";

/** The TypeScript blocks below a heading of CONTRIBUTING.md. */
export function blocksBelow(heading: string): readonly string[] {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const [, rest = ""] = text.split(`\n### ${heading}\n`);
  const [own = ""] = rest.split(/\n##+ /);
  return [...own.matchAll(/```ts\n([^]*?)```/g)].map(([, code = ""]) => code);
}

/**
 * The code of an example, as it would read in its place.
 *
 * @param folder where it would stand, such as `src/bot/commands`
 */
export function exampleFor(folder: string, file: string): string {
  const depth = folder.split("/").length - 1;
  return readFileSync(`test/repo/examples/${file}`, "utf8")
    .replaceAll(`"../../../${folder}/`, '"./')
    .replaceAll(/"\.\.\/\.\.\/\.\.\/src\//g, `"${"../".repeat(depth)}`)
    .replaceAll(/"(?:\.\.\/)+bot\//g, '"../');
}
