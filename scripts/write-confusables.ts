import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes Unicode's table of confusable characters as the bot reads it: each prototype with the characters that look like
 * it, in hexadecimal. Takes the path of `confusables.txt` of the version of Unicode that Node knows
 * (`node -p process.versions.unicode`), from https://www.unicode.org/Public/VERSION/security/confusables.txt; ICU's
 * sources have it too, in `source/data/unidata`.
 */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Say where confusables.txt is");
const text = readFileSync(path, "utf8");
const [, version] = /^# Version: (\S+)$/m.exec(text) ?? [];
const lines = [...text.matchAll(/^([0-9A-F]+) ;\t([0-9A-F ]+?) ;\tMA\t/gm)];
const prototypes = Map.groupBy(lines, ([, , prototype = ""]) => prototype);
const byPrototype = [...prototypes]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([prototype, all]) => [prototype, all.map(([, source]) => source).join(" ")] as const);
const table = {
  source: `Unicode Security Mechanisms for UTS #39, confusables.txt, version ${version}`,
  license: "Unicode-3.0, see LICENSE.txt beside this file",
  version,
  byPrototype: Object.fromEntries<string>(byPrototype),
};
writeFileSync("src/unicode/confusables.json", `${JSON.stringify(table, undefined, 2)}\n`);
