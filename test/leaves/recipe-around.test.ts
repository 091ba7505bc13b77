import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRecipes } from "../../src/recipes.ts";
import { aFolder, good } from "../support/data/recipe-files.ts";

describe("what surrounds a recipe's account", () => {
  it.each<[what: string, file: string, content: string, where: string]>([
    ["another connection", "a.yml", `${good}connection: ftp\n`, "5:1: connection: "],
    [
      "an address that is none",
      "a.yml",
      `${good}addresses: [here]\n`,
      "5:13: addresses.0: an address",
    ],
    [
      "a letter that a password may not have",
      "a.yml",
      `${good}passwordWithout: [a]\n`,
      "5:19: passwordWithout.0: one printable",
    ],
    [
      "no special character left for a password",
      "a.yml",
      `${good}passwordWithout: ["!","#","$","%","(",")","*","+","-","=","?","@","_"]\n`,
      "5:1: passwordWithout: one at least of",
    ],
    [
      "a look before its guide",
      "a.yml",
      `${good}lookedAt: 2026-11-21\n`,
      "5:1: lookedAt: a day that is not",
    ],
    [
      "an unknown key in a report",
      "a.yml",
      `${good}reports: [{ what: x, whom: y }]\n`,
      "5:22: reports.0.whom: there is no such key",
    ],
    ["a report that says nothing", "a.yml", `${good}reports: [{}]\n`, "5:11: reports.0.what: "],
    [
      "a setting without its task",
      "a.yml",
      `${good}tenantSettings: [{ setting: x }]\n`,
      "5:18: tenantSettings.0.task: ",
    ],
    [
      "a delivered group without access",
      "a.yml",
      `${good}deliveredGroups: [{ group: x, domain: y }]\n`,
      "5:19: deliveredGroups.0.access: ",
    ],
    [
      "another service",
      "a.yml",
      `${good}businessProcesses: [{ policy: x, service: soap }]\n`,
      "5:34: businessProcesses.0.service: ",
    ],
    [
      "more needed processes than a request may have",
      "a.yml",
      `${good}businessProcesses: [${Array.from({ length: 21 }, (_, at) => `{ policy: P${at} }`).join(", ")}]\n`,
      "5:1: businessProcesses: 20 that are needed at most",
    ],
  ])("refuses %s, with its line and the reason", (_what, file, content, where) => {
    const folder = aFolder({ [file]: content });

    const answer = readRecipes([folder]);

    const [problem = ""] = answer.ok ? [] : answer.error;
    expect(problem.slice(0, join(folder, file).length + 1 + where.length)).toBe(
      `${join(folder, file)}:${where}`,
    );
  });

  it("refuses a variant whose recipe is not there", () => {
    const folder = aFolder({ "a.yml": `${good}variants: [{ name: OAuth, recipe: nobody }]\n` });

    expect(readRecipes(["recipes", folder])).toEqual({
      ok: false,
      error: ['a: variants: there is no recipe "nobody"'],
    });
  });
});
