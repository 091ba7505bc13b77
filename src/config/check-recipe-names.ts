import { blankRecipe } from "../flows/authorization/recipe-rules.ts";
import type { Recipes } from "../flows/ports/recipes.ts";
import type { ConfigFile } from "./file.ts";
import type { Problem } from "./problems.ts";

/** Rules for a recipe that is not there would count for nothing, and nobody would know. */
export function checkRecipeNames(
  { tenants }: Pick<ConfigFile, "tenants">,
  recipes: Recipes,
): readonly Problem[] {
  const names = [blankRecipe, ...recipes.list().map(({ name }) => name)];
  return tenants.flatMap(({ perRecipe }, index) =>
    Object.keys(perRecipe)
      .filter((name) => !names.includes(name))
      .map((name) => ({
        key: `tenants[${index}].perRecipe.${name}`,
        found: "a recipe that is not there",
        expected: `one of ${names.join(", ")}`,
      })),
  );
}
