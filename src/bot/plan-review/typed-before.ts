import { fillFromRecipe } from "../../flows/intake/parse-draft.ts";
import type { Raw, RawDraft } from "../../flows/request/raw-draft.ts";
import { dropGoneChoices } from "../../flows/tenant/recipe-choices.ts";
import type { Entered } from "../forms/field.ts";
import type { FormMetadata } from "../payloads/metadata.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";

/** A form of an account that is there as it stands in the window. */
export function toEntered(
  { deps }: Pick<BotParts, "deps">,
  inputs: Entered["inputs"],
  { tenant }: Pick<FormMetadata, "tenant">,
): Entered {
  return { inputs, catalogue: deps.catalogue, inTenant: deps.listDomains(tenant) };
}

/** What is kept of the form of a new user, or what it was filled with when it opened. */
export function findBefore(
  { deps }: Pick<BotParts, "deps">,
  { tenant, recipe }: FormMetadata,
  kept: Raw | undefined,
): RawDraft {
  const found = recipe === "" ? undefined : deps.recipes.find(recipe);
  if (kept !== undefined && "recipe" in kept) return dropGoneChoices(kept, found);
  return fillFromRecipe(found, findTenant(deps, tenant) ?? { name: tenant });
}
