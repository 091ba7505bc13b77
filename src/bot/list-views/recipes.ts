import { describeProcess } from "../../flows/model/business-process.ts";
import type { Instant } from "../../flows/model/ids.ts";
import { listUnmetNeeds } from "../../flows/planning/unmet-needs.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { describeAge, isOld, lookedAtOf } from "../../flows/tenant/recipe-age.ts";
import {
  describeConnection,
  listAfterwards,
  listBefore,
  makesAccount,
} from "../../flows/tenant/recipe-requirements.ts";
import { nearest } from "../../flows/text/nearest.ts";
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
import { fillPage } from "../blocks/page.ts";
import { showAllPermissions } from "../blocks/permissions.ts";
import { typeCreate } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** Slack takes five private answers to one command. */
const mostMessages = 4;

/** What is listed, and the time by which its age counts. */
interface Listing {
  /** A part of a vendor's name, where it was typed. */
  readonly typed?: string;
  readonly now: Instant;
}

/** Recipes one a line; those that do not fit are counted. */
export function listRecipes(recipes: readonly Recipe[], { typed = "", now }: Listing): Message {
  const { blocks, shown } = fillPage(recipes.map((recipe) => describeRecipe(recipe, now)));
  const left = recipes.length - shown;
  const of = typed === "" ? "" : ` with ${code(truncate(typed, 100))} in the name`;
  const next =
    left > 0
      ? `And ${left} more: \`/workday-isu recipes\` with a part of a vendor's name lists those.`
      : `\`/workday-isu recipes [name]\` shows all of one, \`/workday-isu recipes old\` those not looked at for a year; ${typeCreate("[name]")} begins with one.`;
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

/** Those that nobody held against their guides for a year, the oldest first. */
export function listOldRecipes(all: readonly Recipe[], now: Instant): Message {
  const old = all
    .filter((recipe) => isOld(recipe, now))
    .toSorted((one, other) => lookedAtOf(one).localeCompare(lookedAtOf(other)));
  const { blocks, shown } = fillPage(old.map((recipe) => describeRecipe(recipe, now)));
  const left = old.length - shown;
  const words =
    old.length === 0
      ? "Somebody looked at the guide of every recipe within a year."
      : "Hold each against its guide, and write the day into the recipe as `lookedAt`.";
  return {
    text: `Recipes that nobody looked at for a year: ${old.length}`,
    blocks: [
      header(`Not looked at for a year: ${old.length}`),
      section(words),
      ...blocks,
      ...(left > 0 ? [section(`And ${left} more.`)] : []),
    ],
  };
}

function describeRecipe(recipe: Recipe, now: Instant): string {
  const { name, vendor, source, date, incomplete, secondHand } = recipe;
  const state = incomplete === undefined ? "complete" : "*incomplete*";
  const read = secondHand === true ? "second hand from" : "from";
  return `${code(name)} ${escape(vendor)}, ${state}, ${read} ${escape(source)}, ${date}, ${describeAge(recipe, now)}${describeOrigin(recipe)}`;
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
export function showRecipe(recipe: Recipe, now: Instant): readonly Message[] {
  const { vendor, name } = recipe;
  const pages = paginate([
    header(vendor),
    ...introduce(recipe, now),
    ...(makesAccount(recipe) ? [createButton(name)] : []),
    ...showSettings(recipe),
    ...showAllPermissions(recipe.permissions),
    ...showChoices(recipe),
    ...listed("Business processes to initiate by web service:", listProcesses(recipe)),
    ...showRequirements(recipe),
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

function createButton(name: string): Block {
  return buttons([
    {
      id: actions.createFromRecipe,
      text: "Create from this recipe",
      style: "primary",
      value: serializeMetadata({ recipe: name }),
    },
  ]);
}

function listProcesses({ businessProcesses = [] }: Recipe): readonly string[] {
  return businessProcesses.map((one) => {
    const by = one.service === "rest" ? ", by REST service" : "";
    const why = one.optional === undefined ? "" : ` (optional: ${one.optional})`;
    return `${describeProcess(one)}${by}${why}`;
  });
}

function introduce(recipe: Recipe, now: Instant): Block[] {
  const { name, source, url, date, incomplete, secondHand } = recipe;
  const connection = describeConnection(recipe);
  const from = [
    `${name}${describeOrigin(recipe)}`,
    `From: ${source}${secondHand === true ? " (second hand: read through another document)" : ""}`,
    ...(url === undefined ? [] : [url]),
    `As of: ${date}, ${describeAge(recipe, now)}`,
    ...(connection === undefined ? [] : [`${connection}.`]),
  ];
  return [
    plainSection(from.join("\n")),
    ...(incomplete === undefined ? [] : [plainSection(`Incomplete. ${incomplete}`)]),
  ];
}

/** What is there before and comes afterwards, and the vendor's other ways. */
function showRequirements(recipe: Recipe): Block[] {
  const { variants = [], deliveredGroups = [] } = recipe;
  return [
    ...listed("Beforehand", listBefore(recipe)),
    ...listed("Afterwards", listAfterwards(recipe)),
    ...listed(
      "For groups that Workday delivers, by hand",
      deliveredGroups.map(({ group, access, domain }) => `${group}: ${access} ${domain}`),
    ),
    ...listed("Other ways of this vendor", variants.map(describeVariant)),
  ];
}

function describeVariant({
  name,
  recipe,
  differs,
}: NonNullable<Recipe["variants"]>[number]): string {
  const where = recipe === undefined ? "" : ` (the recipe ${recipe})`;
  return `${name}${where}${differs === undefined ? "" : `: ${differs}`}`;
}

function showSettings(recipe: Recipe): Block[] {
  const { userName, groupName, groupTypes, sessionTimeoutMinutes: minutes } = recipe;
  const lines = [
    `Account: ${userName ?? "the guide gives no name"}`,
    `Security group: ${groupName ?? "the guide gives no name"}${groupTypes === undefined ? "" : ` (${groupTypes.join(" or ")})`}`,
    `Session timeout: ${minutes === undefined ? "the tenant's default" : `${minutes} minutes`}`,
    `UI sessions: ${recipe.doNotAllowUiSessions ? "not allowed" : "allowed"}`,
    ...(recipe.exemptFromPasswordExpiry === true ? ["Exempt from password expiration"] : []),
    ...(recipe.passwordWithout === undefined
      ? []
      : [`Password without: ${recipe.passwordWithout.join(" ")}`]),
  ];
  return [plainSection(lines.join("\n"))];
}

function showChoices({ optional = [], open = [] }: Recipe): Block[] {
  return [
    ...listed("Optional", listOptional(optional)),
    ...listed(
      "The guide does not say which access",
      open.map(({ domain, accesses }) => `${domain}: ${accesses.join(" or ")}`),
    ),
  ];
}

/** What is optional for the same reason is on one line. */
function listOptional(optional: NonNullable<Recipe["optional"]>): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { domain, access, why } of optional) {
    const reason = `${access} (${why})`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), domain]);
  }
  return [...byReason].map(([reason, domains]) => `${reason}: ${domains.join("; ")}`);
}

function listed(title: string, lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : plainSections([title, ...lines]);
}
