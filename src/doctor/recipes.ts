import { checkRecipeNames } from "../config/check-recipe-names.ts";
import type { ConfigFile } from "../config/file.ts";
import { readRecipes } from "../recipes.ts";
import { type Finding, findingsOf } from "./finding.ts";

const area = "recipes";

/** Reads every recipe as `npm start` does, and looks for those that the settings name. */
export async function checkRecipes(
  folders: readonly string[],
  file: Pick<ConfigFile, "tenants">,
): Promise<readonly Finding[]> {
  const { ok, failed } = findingsOf(area);
  const recipes = readRecipes(folders);
  if (!recipes.ok) {
    return recipes.error.map((problem) =>
      failed("file", problem, "Correct the file: docs/reference/recipe.schema.json has its form."),
    );
  }
  const count = recipes.value.list().length;
  const misnamed = checkRecipeNames(file, recipes.value).map(({ key, found, expected }) =>
    failed(key, `Names ${found}.`, `Write ${expected}.`),
  );
  return [ok("files", `${count} recipes can be read.`), ...misnamed];
}
