import { globSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { operations as emulated } from "../../sandbox/workday/operations/operations.ts";
import { probeOperations } from "../../src/flows/tenant/tenant.ts";
import { operations } from "../../src/workday/operations/operations.ts";

const folder = "src/workday/operations";
const table = `${folder}/operations.ts`;
const files = globSync(`${folder}/*.ts`).filter((file) => file !== table);

/** Files of `src` that may name one operation outside of its own. */
const mostFiles = 5;

const sources = globSync("src/**/*.ts").map((file): readonly [file: string, text: string] => [
  file,
  readFileSync(file, "utf8"),
]);

async function exportsOf(file: string): Promise<readonly [name: string, value: unknown][]> {
  const held: unknown = await import(resolve(file));
  return Object.entries(z.looseObject({}).parse(held));
}

/**
 * Files that name an operation: by Workday's own name, in code or in words, or by importing its object. A
 * port's method of the same name is what flows want, not what fulfils it.
 */
function countFiles(name: string, own: string): number {
  const byName = new RegExp(`\\b${name}\\b`);
  const byImport = new RegExp(`from "[^"]*/${basename(own).replace(".", "\\.")}"`);
  return sources.filter(
    ([file, text]) => file !== own && (byName.test(text) || byImport.test(text)),
  ).length;
}

describe("Workday operations", () => {
  it.each(files)("%s exports one operation, which the table holds", async (file) => {
    const held = await exportsOf(file);

    expect(held).toHaveLength(1);
    expect(operations).toContain(held[0]?.[1]);
  });

  it("are in the table once each", () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    expect(operations).toHaveLength(files.length);
  });

  it.each(operations)(
    "$name declares every type that it sends, and no other",
    ({ name, types }) => {
      const text = types.join("\n");
      const declared = [...text.matchAll(/complexType name="([^"]+)"/g)].map(([, type]) => type);
      const used = [...text.matchAll(/type="wd:([^"]+)"/g)].map(([, type]) => type);

      expect(new Set(declared)).toEqual(new Set([...used, `${name}_RequestType`]));
      expect(new Set(declared).size).toBe(declared.length);
    },
  );

  it("are probes where settings may name them, and nowhere else", () => {
    const probed = operations.filter(({ probe }) => probe !== undefined);

    expect(new Set(probed.map(({ name }) => name))).toEqual(new Set(probeOperations));
  });

  it("are all emulated by the sandbox, with the same service", () => {
    expect(new Set(emulated.map(({ service, name }) => `${service} ${name}`))).toEqual(
      new Set(operations.map(({ service, name }) => `${service} ${name}`)),
    );
  });

  it("need domains that the set-up guide names", () => {
    const guide = readFileSync(join("docs", "setup", "workday.md"), "utf8");
    const domains = operations.flatMap(({ needs }) =>
      (/ on the domains? (.*)$/.exec(needs)?.[1] ?? "").split(/ and | or /),
    );

    const missing = domains.filter((domain) => !guide.includes(domain));

    expect(missing).toEqual([]);
    expect(guide).toContain("implementation loads");
  });

  it(`are each named by ${mostFiles} files of src at most, outside of their own`, async () => {
    const counts: [name: string, count: number][] = [];
    for (const file of files) {
      const [, operation] = (await exportsOf(file))[0] ?? [];
      const name = operations.find((one) => one === operation)?.name ?? file;
      counts.push([name, countFiles(name, file)]);
    }
    process.stdout.write(counts.map(([name, count]) => `${count} ${name}\n`).join(""));

    expect(counts.filter(([, count]) => count > mostFiles)).toEqual([]);
  });
});
