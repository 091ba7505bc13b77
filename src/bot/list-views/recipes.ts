import { describeProcess } from "../../flows/model/business-process.ts";
import { listUnmetNeeds } from "../../flows/planning/unmet-needs.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { truncate } from "../../flows/text/truncate.ts";
import {
  type Block,
  buttons,
  header,
  type Message,
  paginate,
  plainSection,
  plainSections,
  section,
} from "../blocks/block.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { nearest } from "../blocks/nearest.ts";
import { fillPage } from "../blocks/page.ts";
import { showAllPermissions } from "../blocks/permissions.ts";
import { typeCreate } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** Slack takes five private answers to one command. */
const mostMessages = 4;

/** Recipes one a line; those that do not fit are counted. */
export function listRecipes(recipes: readonly Recipe[], typed = ""): Message {
  const { blocks, shown } = fillPage(recipes.map(describeRecipe));
  const left = recipes.length - shown;
  const of = typed === "" ? "" : ` with ${code(truncate(typed, 100))} in the name`;
  const next =
    left > 0
      ? `And ${left} more: \`/workday-isu recipes\` with a part of a vendor's name lists those.`
      : `\`/workday-isu recipes [name]\` shows all of one; ${typeCreate("[name]")} begins with it.`;
  return {
    text: `Recipes: ${recipes.length}`,
    blocks: [
      header(`Recipes: ${recipes.length}`),
      ...(recipes.length === 0
        ? [section(`There is none: ${typeCreate()} begins with an empty form.`)]
        : [section(`What vendors' guides ask for${of}.`), ...blocks, section(next)]),
    ],
  };
}

function describeRecipe(recipe: Recipe): string {
  const { name, vendor, source, date, incomplete } = recipe;
  const state = incomplete === undefined ? "complete" : "*incomplete*";
  return `${code(name)} ${escape(vendor)}, ${state}, from ${escape(source)}, ${date}${describeOrigin(recipe)}`;
}

function describeOrigin({ origin }: Recipe): string {
  if (origin === undefined) return "";
  return origin === "own" ? " (your company's own)" : " (your company's own, instead of the bot's)";
}

export function noSuchRecipe(typed: string, recipes: readonly Recipe[]): Message {
  const meant = nearest(
    typed,
    recipes.map(({ name }) => name),
  ).map((name) => code(name));
  const guess = meant.length === 0 ? "" : ` Did you mean ${meant.join(" or ")}?`;
  const words = `There is no recipe ${code(truncate(typed, 100))}.${guess} \`/workday-isu recipes\` lists all of them.`;
  return { text: words, blocks: [section(words)] };
}

/** All of one recipe, in as many messages as it takes. */
export function showRecipe(recipe: Recipe): readonly Message[] {
  const { vendor, name } = recipe;
  const pages = paginate([
    header(vendor),
    ...introduce(recipe),
    buttons([
      {
        id: actions.createFromRecipe,
        text: "Create from this recipe",
        style: "primary",
        value: serializeMetadata({ recipe: name }),
      },
    ]),
    ...showSettings(recipe),
    ...showAllPermissions(recipe.permissions),
    ...showChoices(recipe),
    ...listed("Business processes to initiate by web service:", listProcesses(recipe)),
    ...listed("The guide also asks for, beside what create does:", listUnmetNeeds(recipe)),
    ...listed("Notes", recipe.notes ?? []),
  ]);
  const text = `The recipe ${name}`;
  const messages = pages.slice(0, mostMessages).map((blocks) => ({ text, blocks }));
  if (pages.length <= mostMessages) return messages;
  const cutOff = `The rest does not fit: it stands in the recipe's file ${code(`${name}.yml`)}, and in the form.`;
  return messages.map((message, index) =>
    index === mostMessages - 1 ? { text, blocks: [...message.blocks, section(cutOff)] } : message,
  );
}

function listProcesses({ businessProcesses = [] }: Recipe): readonly string[] {
  return businessProcesses.map(
    (one) =>
      `${describeProcess(one)}${one.optional === undefined ? "" : ` (optional: ${one.optional})`}`,
  );
}

function introduce(recipe: Recipe): Block[] {
  const { name, source, url, date, incomplete } = recipe;
  const from = [
    `${name}${describeOrigin(recipe)}`,
    `From: ${source}`,
    ...(url === undefined ? [] : [url]),
  ];
  return [
    plainSection([...from, `As of: ${date}`].join("\n")),
    ...(incomplete === undefined ? [] : [plainSection(`Incomplete. ${incomplete}`)]),
  ];
}

function showSettings(recipe: Recipe): Block[] {
  const { userName, groupName, groupTypes, sessionTimeoutMinutes: minutes } = recipe;
  const lines = [
    `Account: ${userName ?? "the guide gives no name"}`,
    `Security group: ${groupName ?? "the guide gives no name"}${groupTypes === undefined ? "" : ` (${groupTypes.join(" or ")})`}`,
    `Session timeout: ${minutes === undefined ? "the tenant's default" : `${minutes} minutes`}`,
    `UI sessions: ${recipe.doNotAllowUiSessions ? "not allowed" : "allowed"}`,
    ...(recipe.exemptFromPasswordExpiry === true ? ["Exempt from password expiration"] : []),
  ];
  return [plainSection(lines.join("\n"))];
}

function showChoices({ optional = [], open = [] }: Recipe): Block[] {
  return [
    ...listed(
      "Optional",
      optional.map(({ domain, access, why }) => `${access}: ${domain} (${why})`),
    ),
    ...listed(
      "The guide does not say which access",
      open.map(({ domain, accesses }) => `${domain}: ${accesses.join(" or ")}`),
    ),
  ];
}

function listed(title: string, lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : plainSections([title, ...lines]);
}
