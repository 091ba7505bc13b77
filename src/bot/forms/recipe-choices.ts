import type { types } from "@slack/bolt";
import { type Access, accesses } from "../../flows/model/permissions.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import {
  leftOut,
  listOpenChoices,
  listUndecided,
  type OpenChoice,
} from "../../flows/tenant/recipe-choices.ts";
import { count } from "../../flows/text/count.ts";
import { type Block, plain, plainContext } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import { chosenIn } from "../payloads/parse-payload.ts";
import type { Entered, FieldOf } from "./field.ts";

/** Slack takes ten checkboxes; a longer list becomes a select. */
const checkboxLimit = 10;

type Left = Pick<Recipe, "optional" | "open">;

const none: Left = {};

/** Blocks by what they ask: the access or the domain follows, so that the answer names it itself. */
export const choicePrefixes = { optional: "optional:", open: "open:" } as const;

/** What the recipe leaves to the requester: optional domains, and accesses that its guide does not say. */
export const choices: FieldOf<RawDraft, "choices", "open", { readonly recipe?: Recipe }> = {
  labels: { open: "Domains whose access the guide leaves open" },
  show: ({ recipe, raw }, problems) => {
    const { optional = [], open = [] } = recipe ?? {};
    return [
      ...accesses.flatMap((access) =>
        askOptional(
          access,
          optional.filter((one) => one.access === access),
          raw.choices?.optional[access] ?? [],
        ),
      ),
      ...(open.length === 0
        ? []
        : [plainContext("The guide names these domains and does not say which access they need.")]),
      ...problemOf("open", problems),
      ...open.map((one) => askOpen(one, raw)),
    ];
  },
  read: readChoices,
};

function readChoices({ inputs }: Entered): Pick<RawDraft, "choices"> {
  const optional: Partial<Record<Access, readonly string[]>> = {};
  const open: OpenChoice[] = [];
  for (const [block, input] of inputs) {
    const access = accesses.find((one) => block === `${choicePrefixes.optional}${one}`);
    if (access !== undefined) optional[access] = chosenIn(inputs, block);
    if (!block.startsWith(choicePrefixes.open)) continue;
    const domain = block.slice(choicePrefixes.open.length);
    open.push({ domain, choice: input.selected_option?.value ?? "" });
  }
  return { choices: { optional, open } };
}

export function keepChoices({ choices: kept }: RawDraft): Pick<RawDraft, "choices"> {
  return kept === undefined ? {} : { choices: kept };
}

/** Whether a window asks anything of this kind. */
export function areChoicesAsked(inputs: Entered["inputs"]): boolean {
  const { optional, open } = choicePrefixes;
  return [...inputs.keys()].some((block) => block.startsWith(optional) || block.startsWith(open));
}

interface Chosen {
  readonly recipe?: Left;
  readonly raw: Pick<RawDraft, "choices">;
}

/** Nothing is left in a form that is filled from a request: what was chosen stands among its domains. */
export function areChoicesLeft({
  recipe: { optional = [], open = [] } = none,
  raw: { choices: made },
}: Chosen): boolean {
  return made !== undefined && optional.length + open.length > 0;
}

/** What is left to choose and what was chosen, in sentences. */
export function describeChoices({
  recipe: { optional = [] } = none,
  raw: { choices: made },
}: Chosen): string | undefined {
  if (made === undefined) return undefined;
  const undecided = listUndecided(made).length;
  const chosen = Object.values(made.optional).flat().length;
  const sentences = [
    ...(undecided === 0
      ? []
      : [`${count(undecided, "domain")} still ${undecided === 1 ? "needs" : "need"} an access.`]),
    ...(optional.length === 0
      ? []
      : [`${chosen} of ${count(optional.length, "optional domain")} chosen.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

function askOptional(
  access: Access,
  offered: readonly { readonly domain: string; readonly why: string }[],
  chosen: readonly string[],
): Block[] {
  if (offered.length === 0) return [];
  const options = offered.map(({ domain, why }) => toOption(domain, { value: domain, why }));
  const initial = options.filter(({ value = "" }) => chosen.includes(value));
  const kept = {
    action_id: actions.input,
    options,
    ...(initial.length === 0 ? {} : { initial_options: initial }),
  };
  return [
    {
      type: "input",
      block_id: `${choicePrefixes.optional}${access}`,
      optional: true,
      label: plain(`Optional domains: ${access}`, 2000),
      hint: plain("Only what you choose here is asked for.", 2000),
      element:
        options.length > checkboxLimit
          ? { type: "multi_static_select", ...kept }
          : { type: "checkboxes", ...kept },
    },
  ];
}

function askOpen(
  { domain, accesses: may }: NonNullable<Recipe["open"]>[number],
  { choices: made }: Pick<RawDraft, "choices">,
): Block {
  const options = listOpenChoices(may).map((choice) =>
    toOption(describeChoice(choice), { value: choice }),
  );
  const typed = made?.open.find((one) => one.domain === domain)?.choice;
  const initial = options.find(({ value }) => value === typed);
  return {
    type: "input",
    block_id: `${choicePrefixes.open}${domain}`,
    label: plain(domain, 2000),
    element: {
      type: "static_select",
      action_id: actions.input,
      placeholder: plain("Choose the access", 150),
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

function describeChoice(choice: string): string {
  return choice === leftOut ? "Leave it out" : choice.split("+").join(" and ");
}

function toOption(
  text: string,
  { value, why }: { readonly value: string; readonly why?: string },
): types.PlainTextOption {
  return {
    text: plain(text, 75),
    value,
    ...(why === undefined ? {} : { description: plain(why, 75) }),
  };
}
