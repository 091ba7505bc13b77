import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";

/** What several files may export under one name, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  up: "every migration of the database exports one, by which its runner knows it",
};

/**
 * Folders whose files are entries of a table, each exporting the object that is called as its file: there are a kind of
 * request and a command `create`, and a step `createUser` has what is known of it in one table and what does it elsewhere.
 */
const tables = ["src/bot/commands", "src/bot/kinds", "src/flows/kinds", "src/flows/step-kinds"];

const declaration =
  /^export (?:async )?(?:function|const|interface|type|class) ([A-Za-z_$][\w$]*)/gm;

function isEntry(file: string, name: string): boolean {
  const words = basename(file, ".ts").replaceAll(/-(\w)/g, (_dash, letter: string) =>
    letter.toUpperCase(),
  );
  return name === words && tables.some((table) => file.startsWith(`${table}/`));
}

/** Files by the names that they export. A schema and its type share one name, in one file. */
function filesByName(folder: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync(`${folder}/**/*.ts`)) {
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(declaration)) {
      if (isEntry(file, name)) continue;
      found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  }
  return found;
}

describe("exported names", () => {
  it.each(["src", "sandbox"])(
    "of %s each mean one thing: no two files export the same",
    (folder) => {
      const shared = [...filesByName(folder)].filter(
        ([name, files]) => files.size > 1 && !(name in exceptions),
      );

      expect(shared.map(([name, files]) => `${name}: ${[...files].join(", ")}`)).toEqual([]);
    },
  );

  it("need each exception", () => {
    const found = filesByName("src");

    expect(Object.keys(exceptions).filter((name) => (found.get(name)?.size ?? 0) < 2)).toEqual([]);
  });
});
