import type { types } from "@slack/bolt";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, context, type Modal, plain, section } from "../blocks/block.ts";
import { code } from "../blocks/mrkdwn.ts";
import { optionLimit } from "../blocks/search-options.ts";
import { actions, modals } from "../payloads/action-ids.ts";

export const chooserBlocks = { recipe: "recipe", tenant: "tenant" } as const;

/** The value of the choice without a recipe; no recipe's name begins with a dot. */
export const blank = ".blank";

export interface Choices {
  /** Recipes that the person may ask for in at least one of the tenants. */
  readonly recipes: readonly Recipe[];
  /** Whether they may ask without a recipe. */
  readonly hasBlank: boolean;
  /** Tenants that the person may ask in; at least one. */
  readonly tenants: readonly Tenant[];
  /** What went wrong before, in `mrkdwn`. */
  readonly sentence?: string;
  /** The recipe that is chosen already. */
  readonly recipe?: Recipe;
}

/** Asks what to begin with, and for which tenant when there are several. */
export function chooser(choices: Choices): Modal {
  const { tenants, sentence } = choices;
  return {
    type: "modal",
    callback_id: modals.chooser,
    title: plain("New integration user", 24),
    submit: plain("Next", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...(sentence === undefined ? [] : [section(sentence)]),
      ...askRecipe(choices),
      ...askTenant(tenants, "create [recipe]"),
    ],
  };
}

function askRecipe(choices: Choices): Block[] {
  const { recipes, hasBlank, recipe: chosen } = choices;
  const fitting = listFitting(choices);
  const first = hasBlank ? [toOption("Blank: fill in everything yourself", blank)] : [];
  const options = [...first, ...fitting.map(ofRecipe)];
  const select: Block = {
    type: "input",
    block_id: chooserBlocks.recipe,
    label: plain("Recipe", 2000),
    hint: plain("What a vendor's guide asks for. You can change everything afterwards.", 2000),
    element: {
      type: "static_select",
      action_id: actions.input,
      options,
      ...(chosen === undefined ? {} : { initial_option: ofRecipe(chosen) }),
    },
  };
  const left = recipes.length - fitting.length;
  return [select, ...describeLeft(`${left} more recipes`, { left, type: "create" })];
}

/** Slack refuses a window whose chosen option is not among the others. */
function listFitting({ recipes, recipe: chosen }: Choices): readonly Recipe[] {
  const most = optionLimit - 1;
  const fitting = recipes.slice(0, most);
  return chosen === undefined || fitting.some(({ name }) => name === chosen.name)
    ? fitting
    : [chosen, ...recipes.filter(({ name }) => name !== chosen.name).slice(0, most - 1)];
}

/** @param command the one that takes a tenant's name behind it: the way on where there are more than a list holds */
export function askTenant(tenants: readonly Tenant[], command: string): Block[] {
  const options = tenants.slice(0, optionLimit).map(ofTenant);
  const [first] = options;
  const select: Block = {
    type: "input",
    block_id: chooserBlocks.tenant,
    label: plain("Workday tenant", 2000),
    element: {
      type: "static_select",
      action_id: actions.input,
      options,
      ...(first !== undefined && options.length === 1 ? { initial_option: first } : {}),
    },
  };
  const left = tenants.length - options.length;
  return [select, ...describeLeft(`${left} more tenants`, { left, type: command })];
}

function describeLeft(
  more: string,
  { left, type }: { readonly left: number; readonly type: string },
): Block[] {
  const command = code(`/workday-isu ${type}`);
  return left === 0
    ? []
    : [context(`${more} do not fit in the list: type ${command} with the name behind it.`)];
}

function ofRecipe(recipe: Recipe): types.PlainTextOption {
  const { vendor, name, incomplete } = recipe;
  return toOption(incomplete === undefined ? vendor : `${vendor} (incomplete)`, name);
}

function ofTenant(tenant: Tenant): types.PlainTextOption {
  return toOption(tenant.production ? `${tenant.label} (PRODUCTION)` : tenant.label, tenant.name);
}

function toOption(text: string, value: string): types.PlainTextOption {
  return { text: plain(text, 75), value };
}
