import { checkRecipeNames } from "../config/check-recipe-names.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Instant } from "../flows/model/ids.ts";
import { isOld } from "../flows/tenant/recipe-age.ts";
import { readRecipes } from "../recipes.ts";
import { type Finding, findingsOf } from "./finding.ts";

const area = "recipes";

/** Reads every recipe as `npm start` does, and looks for those that the settings name. */
export async function checkRecipes(
  folders: readonly string[],
  file: Pick<ConfigFile, "tenants">,
  now: Instant,
): Promise<readonly Finding[]> {
  const { ok, warning, failed } = findingsOf(area);
  const recipes = readRecipes(folders);
  if (!recipes.ok) {
    return recipes.error.map((problem) =>
      failed("file", problem, "Correct the file: docs/reference/recipe.schema.json has its form."),
    );
  }
  const all = recipes.value.list();
  const old = all.filter((recipe) => isOld(recipe, now)).map(({ name }) => name);
  const misnamed = checkRecipeNames(file, recipes.value).map(({ key, found, expected }) =>
    failed(key, `Names ${found}.`, `Write ${expected}.`),
  );
  const aged = old.length === 0 ? [] : [warning("age", describeOld(old), lookAgain)];
  return [ok("files", `${all.length} recipes can be read.`), ...aged, ...misnamed];
}

/** How many names are said. */
const mostNames = 5;

function describeOld(names: readonly string[]): string {
  const more = names.length > mostNames ? ", and more" : "";
  return `Nobody looked at the guides of ${names.length} for a year: ${names.slice(0, mostNames).join(", ")}${more}.`;
}

const lookAgain =
  "Hold each against its guide, and write the day into the file as `lookedAt`. See docs/recipes.md.";
