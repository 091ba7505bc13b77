import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/catalogue.ts";
import { listPermissions } from "../../src/flows/model/permissions.ts";
import { readRecipes } from "../../src/recipes.ts";
import { valueIn } from "../support/value-in.ts";

describe("the catalogue", () => {
  const catalogue = valueIn(readCatalogue(["catalogue"]));
  const recipes = valueIn(readRecipes(["recipes"])).list();

  it.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
    "knows every domain of the recipe %s",
    (_name, { permissions }) => {
      const unknown = listPermissions(permissions).filter(
        ({ domain }) => catalogue.find(domain) === undefined,
      );

      expect(unknown).toEqual([]);
    },
  );

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
