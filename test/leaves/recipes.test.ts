import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readRecipes } from "../../src/recipes.ts";
import { valueIn } from "../support/value-in.ts";

const good = `vendor: Acme HR
source: "Acme HR, guide"
date: 2026-11-22
permissions: { Get: [Payroll] }
`;

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "isu-bot-recipes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe("readRecipes", () => {
  it("reads every recipe that comes with the bot, in the order of their vendors", () => {
    const recipes = valueIn(readRecipes(["recipes"]));

    expect(recipes.list().map(({ name }) => name)).toEqual(["kolleno", "viva-learning"]);
    expect(recipes.find("Viva-Learning")).toMatchObject({
      vendor: "Microsoft Viva Learning",
      userName: "ISU_Microsoft_Viva_Learning",
      sessionTimeoutMinutes: 0,
      doNotAllowUiSessions: true,
    });
    expect(recipes.find("kolleno")?.incomplete).toContain("not known");
    expect(recipes.find("nobody")).toBeUndefined();
  });

  it("fills in what a recipe leaves out", () => {
    const recipes = valueIn(
      readRecipes([aFolder({ "acme-hr.yaml": good, "README.md": "not one" })]),
    );

    expect(recipes.list()).toEqual([
      {
        name: "acme-hr",
        vendor: "Acme HR",
        source: "Acme HR, guide",
        date: "2026-11-22",
        doNotAllowUiSessions: true,
        permissions: { Get: ["Payroll"], Put: [], View: [], Modify: [] },
      },
    ]);
  });

  it("lets a company's own recipe replace one of the same name", () => {
    const own = aFolder({ "viva-learning.yml": good });

    expect(valueIn(readRecipes(["recipes", own])).find("viva-learning")?.vendor).toBe("Acme HR");
  });

  it.each<[what: string, file: string, content: string, reason: RegExp]>([
    ["a name in capitals", "Acme_HR.yml", good, /name the file in lower case with hyphens/],
    ["no vendor", "a.yml", good.replace(/vendor.*\n/, ""), /^vendor: /],
    ["no source", "a.yml", good.replace(/source.*\n/, ""), /^source: /],
    ["a day that is none", "a.yml", good.replace("2026-11-22", "22 Nov"), /^date: /],
    ["a misspelled key", "a.yml", `${good}passwrod: x\n`, /passwrod/],
    ["another access", "a.yml", good.replace("Get", "Delete"), /permissions: .*Delete/],
    ["an empty domain", "a.yml", good.replace("[Payroll]", '[""]'), /permissions\.Get\.0: /],
    [
      "a timeout in words",
      "a.yml",
      `${good}sessionTimeoutMinutes: long\n`,
      /sessionTimeoutMinutes: /,
    ],
    ["no YAML", "a.yml", "vendor: [", /\S/],
    ["nothing in it", "a.yml", "", /\S/],
  ])("refuses a recipe with %s, and says why", (_what, file, content, reason) => {
    const folder = aFolder({ [file]: content });

    const answer = readRecipes(["recipes", folder]);

    expect(answer.ok).toBe(false);
    const [problem = ""] = answer.ok ? [] : answer.error;
    expect(problem.startsWith(`${join(folder, file)}: `)).toBe(true);
    expect(problem.slice(join(folder, file).length + 2)).toMatch(reason);
  });

  it("says everything that is wrong at once", () => {
    const answer = readRecipes([aFolder({ "a.yml": "vendor: A", "b.yml": "[]", "c.yml": good })]);

    expect(answer.ok ? [] : answer.error).toHaveLength(2);
  });
});
