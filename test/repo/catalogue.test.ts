import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/catalogue.ts";
import { listPermissions } from "../../src/flows/model/permissions.ts";
import type { Recipe } from "../../src/flows/tenant/recipe.ts";
import { readRecipes } from "../../src/recipes.ts";
import { valueIn } from "../support/value-in.ts";

/** All that it names: needed, optional, open, and for groups that Workday delivers. */
function domainsOf(recipe: Recipe): readonly string[] {
  const { permissions, optional = [], open = [], deliveredGroups = [] } = recipe;
  return [...listPermissions(permissions), ...optional, ...open, ...deliveredGroups].map(
    ({ domain }) => domain,
  );
}

describe("the catalogue", () => {
  const catalogue = valueIn(readCatalogue(["catalogue"]));
  const recipes = valueIn(readRecipes(["recipes"])).list();

  it.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
    "knows every domain of the recipe %s, needed or not",
    (_name, recipe) => {
      const unknown = domainsOf(recipe).filter((domain) => catalogue.find(domain) === undefined);

      expect(unknown).toEqual([]);
    },
  );

  it.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
    "has a word of the recipe %s about each thing in it that administers security",
    (_name, recipe) => {
      const { businessProcesses = [], notes = [] } = recipe;
      const said = notes.filter((note) => note.startsWith("Administers security: ")).join("\n");
      const marked = [
        ...domainsOf(recipe).filter(
          (name) => catalogue.find(name)?.domain.administersSecurity === true,
        ),
        ...businessProcesses
          .map(({ policy }) => policy)
          .filter((name) =>
            catalogue.businessProcesses.some(
              (one) => one.policy === name && one.administersSecurity,
            ),
          ),
      ];

      expect(marked.filter((name) => !said.includes(name))).toEqual([]);
      expect(said === "").toBe(marked.length === 0);
    },
  );

  it("says of every domain who names it", () => {
    expect(catalogue.domains.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it.each(
    recipes.flatMap(({ name, businessProcesses = [] }) =>
      businessProcesses.map((process) => [name, process] as const),
    ),
  )("knows of the recipe %s the business process %o", (_name, { policy, action }) => {
    const known = catalogue.businessProcesses.filter((one) => one.policy === policy);

    expect(known).not.toEqual([]);
    expect([undefined, ...known.map((one) => one.action)]).toContain(action);
  });

  it("says of every business process who spells it so", () => {
    expect(catalogue.businessProcesses.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });
});
