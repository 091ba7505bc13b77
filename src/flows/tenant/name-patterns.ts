import type { Recipe } from "./recipe.ts";

/** What stands in braces in a pattern. */
export const namePlaceholders = ["vendor", "Vendor", "recipe"] as const;

type Placeholder = (typeof namePlaceholders)[number];

/** What a tenant calls what it makes for a recipe, each with placeholders in braces. */
export interface NamePatterns {
  readonly userName?: string;
  readonly groupName?: string;
  readonly integrationSystem?: string;
}

/** The names that a tenant's patterns give for a recipe. What has no pattern is absent. */
export function fillPatterns(
  { userName, groupName, integrationSystem }: NamePatterns,
  recipe: Pick<Recipe, "name" | "vendor">,
): NamePatterns {
  return {
    ...(userName !== undefined && { userName: fill(userName, recipe) }),
    ...(groupName !== undefined && { groupName: fill(groupName, recipe) }),
    ...(integrationSystem !== undefined && {
      integrationSystem: fill(integrationSystem, recipe),
    }),
  };
}

function fill(pattern: string, { name, vendor }: Pick<Recipe, "name" | "vendor">): string {
  const values: Readonly<Record<Placeholder, string>> = {
    vendor: toWord(vendor),
    Vendor: vendor,
    recipe: name,
  };
  return namePlaceholders.reduce(
    (text, placeholder) => text.replaceAll(`{${placeholder}}`, () => values[placeholder]),
    pattern,
  );
}

/** Letters and digits alone, words joined by underscores: a user name holds no spaces. */
function toWord(vendor: string): string {
  return vendor
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}
