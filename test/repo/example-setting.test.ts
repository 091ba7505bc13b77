import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ConfigFile } from "../../src/config/file.ts";
import { toProblems } from "../../src/config/problems.ts";
import { TenantEntry } from "../../src/config/tenant-entry.ts";
import { aFile, aTenantEntry } from "../config/a-config.ts";
import { blocksBelow, exampleFor, textBelow } from "./examples/code-in-contributing.ts";
import { TicketEntry } from "./examples/ticket-entry.ts";

const heading = "A setting";

/** The file's schema with the new setting in its place. */
const Extended = ConfigFile.extend({
  tenants: z.array(TenantEntry.extend({ ticket: TicketEntry.optional() })).min(1),
});

/** What an operator writes, in the one tenant of a file. */
function aFileWith(ticket: unknown): Record<string, unknown> {
  return aFile({ tenants: [aTenantEntry({ ticket })] });
}

const Published = z.object({
  properties: z.object({
    tenants: z.looseObject({ items: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
  }),
});

/** The keys of a tenant in a JSON schema. */
function keysOfTenant(schema: unknown): readonly string[] {
  return Object.keys(Published.parse(schema).properties.tenants.items.properties);
}

describe("CONTRIBUTING.md, a setting", () => {
  it("shows the code that is tried here", () => {
    expect(blocksBelow(heading)).toEqual([exampleFor("src/config", "ticket-entry.ts")]);
  });

  it("names files that are there, or are the example's own", () => {
    const named = [
      ...textBelow(heading).matchAll(
        /`((?:(?:src|test|docs)\/[^`*]+\.\w+)|config\.example\.yml)`/g,
      ),
    ];
    const missing = named.map(([, file = ""]) => file).filter((file) => !existsSync(file));

    expect(missing).toEqual(["src/config/ticket-entry.ts"]);
  });

  it("is read as an operator writes it", () => {
    const [, yaml = ""] = /```yaml\n([^]*?)```/.exec(textBelow(heading)) ?? [];
    const written = z.object({ ticket: z.unknown() }).parse(parse(yaml));

    const read = Extended.parse(aFileWith(written.ticket));

    expect(read.tenants[0]?.ticket).toEqual({ prefixes: ["CHG", "INC"], isNeeded: false });
  });

  it("may be left out", () => {
    expect(Extended.parse(aFile({ tenants: [aTenantEntry()] })).tenants[0]?.ticket).toBeUndefined();
  });

  it("is refused in the words of its schema, at its place in the file", () => {
    const file = aFileWith({ prefixes: ["chg"] });
    const refused = Extended.safeParse(file);
    if (refused.success) throw new Error("It was taken");

    expect(toProblems(refused.error, file)).toEqual([
      {
        key: "tenants[0].ticket.prefixes[0]",
        found: '"chg"',
        expected: "two to ten capitals, such as CHG",
      },
    ]);
  });

  it("is one more key of the published schema", () => {
    const published: unknown = JSON.parse(
      readFileSync("docs/reference/config.schema.json", "utf8"),
    );

    const extended = z.toJSONSchema(Extended, { io: "input" });

    expect(keysOfTenant(extended)).toEqual([...keysOfTenant(published), "ticket"]);
    expect(JSON.stringify(extended)).toContain("What a ticket's number begins with, such as CHG.");
  });
});
