import type { Recipe } from "../../flows/tenant/recipe.ts";
import { describeConnection } from "../../flows/tenant/recipe-requirements.ts";
import { nearest } from "../../flows/text/nearest.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Message, section } from "../blocks/block.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { typeRecipes } from "../blocks/typed-commands.ts";
import type { Choices } from "../forms/chooser.ts";

const title = "*Integration users for Workday*";

/**
 * @param helpLines what each command does
 * @param recipes their names
 */
export function showHelp(helpLines: readonly string[], recipes: readonly string[]): Message {
  const { text, blocks } = toMessage([title, ...helpLines].join("\n"));
  if (recipes.length === 0) return { text, blocks };
  const known = `Recipes: ${truncate(recipes.map((name) => code(name)).join(", "), 1500)}`;
  return { text: `${text}\n${known}`, blocks: [...blocks, section(known)] };
}

export function unknownCommand(
  typed: string,
  {
    names,
    helpLines,
  }: { readonly names: readonly string[]; readonly helpLines: readonly string[] },
): Message {
  const [meant] = nearest(typed, names);
  const guess = meant === undefined ? "" : ` Did you mean \`/workday-isu ${meant}\`?`;
  const words = `${code(truncate(typed, 100))} is not a command.${guess}`;
  return toMessage([words, ...helpLines].join("\n"));
}

/** Names nothing but what the person may ask for. */
export function unknownRecipe(
  typed: string,
  { recipes, hasBlank }: Pick<Choices, "recipes" | "hasBlank">,
): string {
  const names = recipes.map(({ name }) => name);
  const meant = nearest(typed, names).map((name) => code(name));
  const guess = meant.length === 0 ? "" : ` Did you mean ${meant.join(" or ")}?`;
  const blank = hasBlank ? ", or begin blank" : "";
  return `There is no recipe ${code(truncate(typed, 100))}.${guess} Choose one here${blank}.`;
}

/** Why `create` makes nothing from this recipe, in `mrkdwn`. */
export function needsNoAccount(recipe: Recipe): string {
  const { vendor, name } = recipe;
  return `${escape(vendor)} needs no account of the bot's. ${describeConnection(recipe)}. ${typeRecipes(name)} shows what its guide asks for.`;
}

function toMessage(words: string): Message {
  return { text: words, blocks: [section(words)] };
}
