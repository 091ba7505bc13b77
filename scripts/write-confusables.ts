// Writes Unicode's table of confusable characters as the bot reads it: npm run confusables -- --help
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const usage = `npm run confusables -- PATH

Writes src/unicode/confusables.json: each prototype with the characters that look like it, in hexadecimal.

  PATH     confusables.txt of the version of Unicode that Node knows (node -p process.versions.unicode), from
           https://www.unicode.org/Public/VERSION/security/confusables.txt or ICU's source/data/unidata
  --help   this text
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

function run(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean" } },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Error("Name one file.");
  write(readFileSync(path, "utf8"));
}

/** @param text what confusables.txt holds */
function write(text: string): void {
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
}

try {
  run();
} catch (error) {
  process.exitCode = badUsage;
  process.stderr.write(`${error instanceof Error ? error.message : "Not an option."}\n\n${usage}`);
}
