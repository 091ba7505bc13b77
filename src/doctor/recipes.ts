import { readRecipes } from "../recipes.ts";
import { type Finding, findingsOf } from "./finding.ts";

const area = "recipes";

/** Reads every recipe as `npm start` does. */
export async function checkRecipes(folders: readonly string[]): Promise<readonly Finding[]> {
  const { ok, failed } = findingsOf(area);
  const recipes = readRecipes(folders);
  if (recipes.ok) {
    const count = recipes.value.list().length;
    return [ok("files", `${count} recipes can be read.`)];
  }
  return recipes.error.map((problem) =>
    failed("file", problem, "Correct the file: docs/reference/recipe.schema.json has its form."),
  );
}
