import type { App } from "@slack/bolt";
import type { Message } from "../blocks/block.ts";
import { listOldRecipes, listRecipes, noSuchRecipe, showRecipe } from "../list-views/recipes.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseRecipeMetadata } from "../payloads/metadata.ts";
import { parsePress } from "../payloads/parse-payload.ts";
import { describeDomains } from "../request-views/domain-notes.ts";
import { type Caller, refuseCaller, toCaller } from "../slack/caller.ts";
import type { BotParts } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import { askForUser } from "./ask-for-user.ts";
import type { SlashCommand } from "./command.ts";

export const recipes: SlashCommand = {
  name: "recipes",
  usage: "[name or old]",
  example: "viva-learning",
  summary: "what a vendor needs",
  more: "Lists what vendors' guides ask for, or shows one. `recipes old` lists those that nobody looked at for a year.",
  button: { text: "All recipes", typed: "recipes" },
  run: answerRecipes,
  register: registerRecipes,
};

/** The button of a recipe: it opens the form as `create` does, with the same checks. */
function registerRecipes(app: App, parts: BotParts): void {
  app.action(actions.createFromRecipe, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const asker = toCaller(press);
    await askForUser(
      parts,
      { ...asker, triggerId: press.triggerId },
      parseRecipeMetadata(press.value).recipe,
    );
  });
}

/** Answers privately: all recipes, those that fit, or one. */
async function answerRecipes(parts: BotParts, asker: Caller, about: string): Promise<void> {
  const refused = await refuseCaller(parts, asker);
  const messages = refused === undefined ? tell(parts, about) : [toMessage(refused)];
  for (const message of messages) await tellPrivately(parts, asker.responseUrl, message);
}

function tell({ deps }: BotParts, about: string): readonly Message[] {
  const all = deps.recipes.list();
  const now = deps.now();
  if (about === "") return [listRecipes(all, { now })];
  const recipe = deps.recipes.find(about);
  if (recipe !== undefined) {
    const permissions = describeDomains(recipe.permissions, deps.catalogue);
    return showRecipe({ ...recipe, permissions }, now);
  }
  if (about.toLowerCase() === "old") return [listOldRecipes(all, now)];
  const wanted = about.toLowerCase();
  const fitting = all.filter(({ name, vendor }) =>
    [name, vendor].some((one) => one.toLowerCase().includes(wanted)),
  );
  return [
    fitting.length === 0 ? noSuchRecipe(about, all) : listRecipes(fitting, { typed: about, now }),
  ];
}
