import type { Recipe } from "../tenant/recipe.ts";

/** What vendors' guides ask for, by the name that one types. */
export interface Recipes {
  readonly find: (name: string) => Recipe | undefined;
  readonly list: () => readonly Recipe[];
}
