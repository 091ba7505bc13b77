import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { fillFromRecipe } from "../../src/flows/intake/parse-draft.ts";
import type { KindTable } from "../../src/flows/kinds/kind.ts";
import { kinds } from "../../src/flows/kinds/kinds.ts";
import type { Draft } from "../../src/flows/request/draft.ts";
import { readRecipes } from "../../src/recipes.ts";
import { requestId } from "../support/data/a-request.ts";
import { aTenant } from "../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../support/data/changes.ts";
import { valueIn } from "../support/value-in.ts";
import { blocksBelow, exampleFor } from "./examples/code-in-contributing.ts";
import { lock } from "./examples/lock.ts";
import type { LockDraft } from "./examples/lock-draft.ts";
import { prepareLock } from "./examples/prepare-lock.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The code in its place in `src/flows`, where the draft stands with all others. */
function inPlace(folder: string, file: string): string {
  return exampleFor(folder, file).replace("./lock-draft.ts", "../request/draft.ts");
}

describe("CONTRIBUTING.md, a kind of request", () => {
  // It fits in beside all others, or this does not compile.
  const table: KindTable<Draft | LockDraft> = { ...kinds, lock };

  it("shows the code that is tried here", () => {
    const [draft, ...others] = blocksBelow("A kind of request");

    expect(readFileSync("test/repo/examples/lock-draft.ts", "utf8")).toContain(`\n${draft}`);
    expect(others).toEqual([
      inPlace("src/flows/kinds", "lock.ts"),
      inPlace("src/flows/intake", "prepare-lock.ts"),
    ]);
  });

  it.each(Object.entries(table))(
    "has a title that Slack's title bar holds: %s",
    (_name, { title }) => {
      expect(title.length).toBeLessThanOrEqual(24);
    },
  );

  it("names files that exist, but for its own", () => {
    const named = [...sectionOf("A kind of request").matchAll(/`((?:src|test)\/[^`*]+\.ts)`/g)];
    const paths = named.map(([, path = ""]) => path);

    const missing = paths.filter((path) => !isThere(path));

    expect(missing).toEqual([
      "src/flows/kinds/lock.ts",
      "src/flows/intake/prepare-lock.ts",
      "src/bot/kinds/lock.ts",
      "test/flows/scenarios/lock.test.ts",
    ]);
  });

  it("prepares, and plans with an approval before whatever takes effect", async () => {
    const world = await withAccount();
    const { deps, tenant } = world;

    const asked = await prepareLock({ ...deps, ...world }, aRawChange(), tenant);

    const draft = valueIn(asked);
    expect(draft).toMatchObject({ kind: "lock", userName: "ISU_Viva", reason: "Once a year" });
    const place = { tenant, id: requestId, asksForPlan: false };
    expect(table[draft.kind].plan(draft, place).map(({ name }) => name)).toEqual([
      "approve-plan",
      "scramble-user",
      "disable-secret",
      "verify",
    ]);
  });

  it("waits for another request at the same account", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange());

    const asked = await prepareLock({ ...world.deps, ...world }, aRawChange(), world.tenant);

    expect(asked).toMatchObject({ ok: false, error: { kind: "problems" } });
  });
});

function sectionOf(heading: string): string {
  const [, rest = ""] = readFileSync("CONTRIBUTING.md", "utf8").split(`\n### ${heading}\n`);
  return rest.split(/\n##+ /)[0] ?? "";
}

function isThere(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

describe("CONTRIBUTING.md, a recipe", () => {
  it("shows one that the bot reads, and that fills the form", () => {
    const [example = ""] = blocksBelow("A recipe", "yaml");
    const folder = mkdtempSync(join(tmpdir(), "recipe-"));
    folders.push(folder);
    writeFileSync(join(folder, "acme-payroll.yml"), example);

    const recipe = valueIn(readRecipes([folder])).find("acme-payroll");

    expect(recipe).toMatchObject({ name: "acme-payroll", vendor: "Acme Payroll" });
    expect(fillFromRecipe(recipe, aTenant())).toMatchObject({ userName: "ISU_Acme_Payroll" });
  });
});
