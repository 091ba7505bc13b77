import { describe, expect, it } from "vitest";
import { ModalContent } from "../../../sandbox/slack/blocks/surface.ts";
import { chooser } from "../../../src/bot/forms/chooser.ts";
import { form } from "../../../src/bot/forms/form.ts";
import { listRecipes, showRecipe } from "../../../src/bot/list-views/recipes.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import { makesAccount } from "../../../src/flows/tenant/recipe-requirements.ts";
import { readRecipes } from "../../../src/recipes.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";
import { catalogue } from "../support/an-office.ts";

const recipes = valueIn(readRecipes(["recipes"])).list();
const tenant = aTenant();

describe("the recipes that come with the bot", () => {
  it.each(recipes.filter(makesAccount))("fill a form that Slack takes: $name", (recipe) => {
    const raw = fillFromRecipe(recipe, tenant);

    const view = form({ id: requestId, tenant, raw, recipe });

    expect(ModalContent.safeParse(view).error).toBeUndefined();
  });

  it.each(recipes)("are shown whole, with their notes, and in a plan: $name", (recipe) => {
    const shown = showRecipe(recipe, start);
    const draft = aDraft({ recipe: recipe.name });
    const view = plan({ id: requestId, catalogue, tenant, draft, recipe });

    expect(JSON.stringify(shown)).not.toContain("The rest does not fit");
    for (const note of recipe.notes ?? [])
      expect(JSON.stringify(shown)).toContain(JSON.stringify(note).slice(1, -1));
    expect(ModalContent.safeParse(view).error).toBeUndefined();
  });

  it("all fit into the chooser, and are told of with their age", () => {
    const view = chooser({ recipes, hasBlank: true, tenants: [tenant] });

    expect(ModalContent.safeParse(view).error).toBeUndefined();
    expect(JSON.stringify(view)).not.toContain("do not fit");
    expect(JSON.stringify(listRecipes(recipes, { now: start }))).toContain("looked at within");
  });
});
