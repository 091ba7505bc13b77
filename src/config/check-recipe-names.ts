import { blankRecipe } from "../flows/authorization/recipe-rules.ts";
import type { Recipes } from "../flows/ports/recipes.ts";
import { nearest } from "../flows/text/nearest.ts";
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
      .map((name) => {
        const [meant] = nearest(name, names);
        return {
          key: `tenants[${index}].perRecipe.${name}`,
          found: "a recipe that is not there",
          expected: "the name of a file in recipes/ or in your own folder, or blank",
          ...(meant !== undefined && { meant }),
        };
      }),
  );
}
