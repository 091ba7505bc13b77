import type { Recipe } from "../../flows/tenant/recipe.ts";
import { describeConnection } from "../../flows/tenant/recipe-requirements.ts";
import { nearest } from "../../flows/text/nearest.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, type Message, section, sectionWithButton } from "../blocks/block.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { typeRecipes } from "../blocks/typed-commands.ts";
import type { Choices } from "../forms/chooser.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** What a command says of itself: all that the help is made of. */
export interface CommandWords {
  /** The word, which is the name of its file as well. */
  readonly name: string;
  /** What may stand behind the word, such as `[ISU]`; empty where nothing may. */
  readonly usage: string;
  /** What somebody might type behind the word; empty where nothing may stand there. */
  readonly example: string;
  /** A few words beside the example in the help, without a full stop. */
  readonly summary: string;
  /** Sentences for whoever asks for all about this one. */
  readonly more: string;
  /** Of a common one: its button in the help, and what that types. */
  readonly button?: { readonly text: string; readonly typed: string };
}

/** Commands for one purpose, as the help shows them together. */
export interface HelpGroup<Command extends CommandWords = CommandWords> {
  /** What somebody wants to do. */
  readonly title: string;
  readonly commands: readonly Command[];
  /** What holds for each of them, for whoever asks for all about one. */
  readonly note?: string;
}

const introduction = "*What do you want to do?*\nType `/workday-isu` before each of these.";

/** What somebody can do, a line for each command with an example, and buttons for the common ones. */
export function showHelp(groups: readonly HelpGroup[]): Message {
  const blocks = [section(introduction), ...groups.map(showGroup)];
  const lines = groups.map(describeGroup);
  return { text: [introduction, ...lines].join("\n"), blocks };
}

function showGroup(group: HelpGroup): Block {
  const [common] = group.commands.flatMap(({ button }) => (button === undefined ? [] : [button]));
  const words = describeGroup(group);
  return common === undefined ? section(words) : withCommand(words, common);
}

function describeGroup({ title, commands }: HelpGroup): string {
  const lines = commands.map(
    ({ name, example, summary }) => `${code(`${name} ${example}`.trimEnd())} ${summary}`,
  );
  return [`*${title}*`, ...lines].join("\n");
}

/** All about one command, or what was meant where there is none of that name. */
export function showCommand(groups: readonly HelpGroup[], typed: string): Message {
  const name = typed.toLowerCase();
  for (const { commands, note } of groups) {
    const found = commands.find((command) => command.name === name);
    if (found !== undefined) return toMessage(describeCommand(found, note));
  }
  return unknownCommand(groups, { word: typed, rest: "" });
}

function describeCommand(command: CommandWords, note: string | undefined): string {
  const { name, usage, example, more } = command;
  return [
    `*${name}*: ${more}`,
    `Type \`/workday-isu ${`${name} ${usage}`.trimEnd()}\``,
    ...(example === "" ? [] : [`For example \`/workday-isu ${name} ${example}\``]),
    ...(note === undefined ? [] : [note]),
  ].join("\n");
}

/** What was typed is no command: the nearest is a button, with all that stood behind the word. */
export function unknownCommand(
  groups: readonly HelpGroup[],
  { word, rest }: { readonly word: string; readonly rest: string },
): Message {
  const names = groups.flatMap(({ commands }) => commands.map(({ name }) => name));
  const [meant] = nearest(word, names);
  const unknown = `${code(truncate(word, 100))} is not a command.`;
  const all = { text: "All commands", typed: "help" };
  if (meant === undefined) return { text: unknown, blocks: [withCommand(unknown, all)] };
  const guess = `${unknown} Did you mean *${meant}*?`;
  const typed = `${meant} ${rest}`.trimEnd();
  return {
    text: guess,
    blocks: [
      withCommand(guess, { text: typed, typed }),
      withCommand("Or see what there is to type.", all),
    ],
  };
}

/** One such button a block: Slack wants no two of one name in a block. */
function withCommand(words: string, { text, typed }: NonNullable<CommandWords["button"]>): Block {
  const value = serializeMetadata({ typed: truncate(typed, longestTyped) });
  return sectionWithButton(words, { id: actions.runCommand, text, value });
}

/** Characters of what a button types; Slack takes 2,000 of its whole value. */
const longestTyped = 500;

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
