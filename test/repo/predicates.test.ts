import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * What records, posts or fails a request, as it stands in the source: every other writer is found by following calls.
 * A port that is called by another name than its field escapes this test.
 */
const writes = new RegExp(
  [
    String.raw`\bstore\.(?:open|decide|keepDraft)\b`,
    String.raw`\bwatch\.(?:queue|keepSeen|takeTurn|claim|settle)\b`,
    String.raw`\b(?:announcer|answerer)\.\w+`,
    String.raw`\bengine\.start\b`,
    String.raw`\bpasskeys\.(?:keepTicket|takeTry|tryCode|use|useTicket|issueCode|enrol|confirm|refuse|revoke)\b`,
    String.raw`\bdelegations\.(?:keep|end)\b`,
    String.raw`\brunner\.perform\b`,
    String.raw`\bworkday\.put\w+`,
    String.raw`\bchat\.(?:post|update|delete)\w*|\bviews\.(?:open|push|update|publish)\b`,
    String.raw`\b(?:insertInto|updateTable|deleteFrom)\(`,
  ].join("|"),
);

/** Names that promise to decide, or only to look. */
const promise = /^(?:is|are|has|may|can|check|recheck|find|waitsFor)[A-Z]/;

/** Each with the reason why it is none. */
const harmless: Record<string, string> = {
  "src/flows/workflows/handle-click.ts isRecorded":
    "asks the store to record nothing, which tells whether the click was recorded",
};

interface Found {
  readonly file: string;
  readonly name: string;
  readonly body: string;
}

/** The formatter puts the first and the last line of a function at the margin. */
const functions = /^(?:export )?(?:async )?function (\w+)[\s\S]*?^\}/gm;

const imported = /^import (?:type )?\{([^}]*)\} from "(\.[^"]+)";/gm;

function functionsOf(file: string): readonly Found[] {
  return [...readFileSync(file, "utf8").matchAll(functions)].map(([body, name = ""]) => ({
    file,
    name,
    body,
  }));
}

/** Under which name of which file an imported name is declared. */
function importsOf(file: string): ReadonlyMap<string, string> {
  const found = [...readFileSync(file, "utf8").matchAll(imported)].flatMap(
    ([, names = "", path = ""]) =>
      names.split(",").map((one): [string, string] => {
        const [name = "", alias = name] = one
          .trim()
          .replace(/^type /, "")
          .split(" as ");
        return [alias, `${join(dirname(file), path)} ${name}`];
      }),
  );
  return new Map(found);
}

const files = globSync("src/{flows,bot,web,store}/**/*.ts");
const all = files.flatMap(functionsOf);
const keys = new Set(all.map(({ file, name }) => `${file} ${name}`));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Every function that another one mentions. */
function mentionsOf({ file, body }: Found): readonly string[] {
  const code = body.slice(body.indexOf("(")).replaceAll(/"[^"\n]*"/g, "");
  const words = new Set(code.match(/\b\w+\b/g));
  return [...words]
    .map((word) => imports.get(file)?.get(word) ?? `${file} ${word}`)
    .filter((key) => keys.has(key));
}

/** Whatever writes, by itself or through what it mentions. */
function findWriters(): ReadonlySet<string> {
  const writers = new Set(
    all
      .filter(({ body }) => writes.test(body))
      .map(({ file, name }) => `${file} ${name}`)
      .filter((key) => !(key in harmless)),
  );
  const mentions = new Map(all.map((one) => [`${one.file} ${one.name}`, mentionsOf(one)]));
  for (let before = -1; before < writers.size; ) {
    before = writers.size;
    for (const [key, named] of mentions) {
      if (named.some((one) => writers.has(one))) writers.add(key);
    }
  }
  return writers;
}

describe("functions that decide", () => {
  const writers = findWriters();

  it("knows who writes", () => {
    expect(writers).toContain("src/flows/lifecycle/append-events.ts failStep");
    expect(writers).toContain("src/flows/workflows/record-obstacle.ts recordObstacle");
    expect(writers).toContain("src/flows/workflows/carry-out.ts carryOut");
  });

  it("record nothing, post nothing and fail no request: they answer, and the workflow writes", () => {
    const strays = all
      .filter(({ name }) => promise.test(name))
      .map(({ file, name }) => `${file} ${name}`)
      .filter((key) => writers.has(key));

    expect(strays).toEqual([]);
  });

  it("has no exception that is not needed any more", () => {
    const direct = all.filter(({ body }) => writes.test(body));

    expect(direct.map(({ file, name }) => `${file} ${name}`)).toEqual(
      expect.arrayContaining(Object.keys(harmless)),
    );
  });
});
