import type { App } from "@slack/bolt";
import { actions } from "../payloads/action-ids.ts";
import { type Asker, refuseAsker, toAsker } from "../slack/caller.ts";
import { parseOfRecipe } from "../payloads/metadata.ts";
import { create } from "./create.ts";
import type { BotParts } from "../slack/deps.ts";
import { readPress } from "../payloads/parse-payload.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { Message } from "../blocks/block.ts";
import { listRecipes, noSuchRecipe, showRecipe } from "../list-views/recipes.ts";

/** The button of a recipe: it opens the form as `create` does, with the same checks. */
export function registerRecipes(app: App, parts: BotParts): void {
  app.action(actions.createFromRecipe, async ({ ack, body, action }) => {
    await ack();
    const press = readPress(body, action);
    const asker = toAsker(press);
    await create(
      parts,
      { ...asker, triggerId: press.triggerId },
      parseOfRecipe(press.value).recipe,
    );
  });
}

/** Answers privately: all recipes, those that fit, or one. */
export async function answerRecipes(parts: BotParts, asker: Asker, about: string): Promise<void> {
  const refused = await refuseAsker(parts, asker);
  const messages = refused === undefined ? tell(parts, about) : [toMessage(refused)];
  for (const message of messages) await tellPrivately(parts, asker.responseUrl, message);
}

function tell({ deps }: BotParts, about: string): readonly Message[] {
  const all = deps.recipes.list();
  if (about === "") return [listRecipes(all)];
  const recipe = deps.recipes.find(about);
  if (recipe !== undefined) return showRecipe(recipe);
  const wanted = about.toLowerCase();
  const fitting = all.filter(({ name, vendor }) =>
    [name, vendor].some((one) => one.toLowerCase().includes(wanted)),
  );
  return [fitting.length === 0 ? noSuchRecipe(about, all) : listRecipes(fitting, about)];
}
