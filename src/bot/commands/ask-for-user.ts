import { fillFromRecipe } from "../../flows/intake/parse-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { makesAccount } from "../../flows/tenant/recipe-requirements.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { nearest } from "../../flows/text/nearest.ts";
import { truncate } from "../../flows/text/truncate.ts";
import type { Modal } from "../blocks/block.ts";
import { describeTypeAgain, messages, refusals } from "../blocks/messages.ts";
import { code } from "../blocks/mrkdwn.ts";
import { isNamed } from "../blocks/named-tenants.ts";
import { notice } from "../blocks/notice.ts";
import { type Choices, chooser } from "../forms/chooser.ts";
import { form } from "../forms/form.ts";
import { needsNoAccount, unknownRecipe } from "../list-views/help.ts";
import { actions } from "../payloads/action-ids.ts";
import { type Invocation, type Press, windowOf } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill, openWindow } from "../slack/show-view.ts";
import { findOffersFrom, findRequestable, type Requestable } from "./requestable.ts";

/** Asks for a new integration user: `[recipe] [tenant]`. */
export async function askForUser(parts: BotParts, call: Invocation, recipe: string): Promise<void> {
  await openAndFill(parts, { call, typed: `create ${recipe}` }, () =>
    firstView(parts, call, recipe),
  );
}

/** Asks for a new integration user from the Home tab, which is in no channel. */
export async function createFromHome(parts: BotParts, call: Press): Promise<void> {
  const again = { id: actions.createFromHome, value: call.value };
  const opening = { call: { ...call, ...windowOf(call) }, again };
  await openWindow(parts, { ...opening, otherwise: describeTypeAgain("create") }, async () => {
    const offers = await findRequestable(parts, call.by);
    return offers.ok ? begin(parts, offers.value, "") : notice(refusals[offers.error]);
  });
}

async function firstView(parts: BotParts, call: Invocation, typed: string): Promise<Modal> {
  const offers = await findOffersFrom(parts, call);
  if (!offers.ok) return notice(offers.error);
  return begin(parts, offers.value, typed);
}

function begin(parts: BotParts, all: readonly Requestable[], text: string): Modal {
  const { recipes } = parts.deps;
  const { typed, offers, unknownTenant } = readAsked(parts, all, text);
  const recipe = typed === "" ? undefined : recipes.find(typed.toLowerCase());
  const fitting = offers.filter((offer) => recipe !== undefined && offer.recipes.includes(recipe));
  if (unknownTenant !== undefined && fitting.length > 0) {
    const choices = { ...listChoices(parts, fitting), ...(recipe && { recipe }) };
    return chooser({ ...choices, sentence: describeUnknownTenant(unknownTenant, fitting) });
  }
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return newForm(parts, only.tenant, recipe);
  if (recipe !== undefined && only !== undefined)
    return chooser({ ...listChoices(parts, fitting), recipe });
  const choices = listChoices(parts, offers);
  if (typed === "") return chooser(choices);
  return chooser({ ...choices, sentence: describeWhyNot(recipe, typed, choices) });
}

function describeWhyNot(recipe: Recipe | undefined, typed: string, choices: Choices): string {
  if (recipe === undefined) return unknownRecipe(typed, choices);
  return makesAccount(recipe) ? messages.notYourRecipe : needsNoAccount(recipe);
}

interface AskedFor {
  readonly typed: string;
  readonly offers: readonly Requestable[];
  /** What stands where a tenant may, behind a recipe that there is. */
  readonly unknownTenant?: string;
}

/** Reads `[recipe] [tenant]`: one word alone may be either. */
function readAsked({ deps }: BotParts, all: readonly Requestable[], text: string): AskedFor {
  const words = text.split(/\s+/);
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1).join(" ");
  const named = all.filter(({ tenant }) => isNamed(tenant, last));
  if (deps.recipes.find(text.toLowerCase()) !== undefined) return { typed: text, offers: all };
  if (named.length > 0) return { typed: before, offers: named };
  const isRecipe = deps.recipes.find(before.toLowerCase()) !== undefined;
  return isRecipe
    ? { typed: before, offers: all, unknownTenant: last }
    : { typed: text, offers: all };
}

function describeUnknownTenant(typed: string, offers: readonly Requestable[]): string {
  const [meant] = nearest(
    typed,
    offers.map(({ tenant }) => tenant.name),
  );
  const guess = meant === undefined ? "" : ` Did you mean ${code(meant)}?`;
  return `There is no tenant ${code(truncate(typed, 100))} where you may ask for this.${guess} Choose one here.`;
}

function listChoices({ deps }: BotParts, offers: readonly Requestable[]): Choices {
  return {
    recipes: deps.recipes
      .list()
      .filter((one) => offers.some(({ recipes }) => recipes.includes(one))),
    hasBlank: offers.some(({ hasBlank }) => hasBlank),
    tenants: offers.map(({ tenant }) => tenant),
  };
}

/** A form that nobody has typed into yet. */
export function newForm({ deps }: BotParts, tenant: Tenant, recipe: Recipe | undefined): Modal {
  return form({
    id: deps.newRequestId(),
    tenant,
    raw: fillFromRecipe(recipe, tenant),
    ...(recipe === undefined ? {} : { recipe }),
  });
}
