import { toRawDraft } from "../flows/parse-draft.ts";
import type { Recipe } from "../flows/recipe.ts";
import type { Tenant } from "../flows/tenant.ts";
import { checkPlace } from "./check-place.ts";
import type { BotParts } from "./deps.ts";
import { findOffers, type Offer } from "./offers.ts";
import type { Call, Press } from "./payload.ts";
import { sendDirectly, toMessage } from "./send-directly.ts";
import { openView, updateView } from "./show-view.ts";
import { tellPrivately } from "./tell-privately.ts";
import type { Modal } from "./views/block.ts";
import { chooser } from "./views/chooser.ts";
import { form } from "./views/form.ts";
import { unknownRecipe } from "./views/help.ts";
import { loading, notice } from "./views/notice.ts";
import { refusals, sentences } from "./views/words.ts";

/** Opens a window at once, since Slack gives three seconds, and fills it when it is known who asks. */
export async function create(parts: BotParts, call: Call, recipe: string): Promise<void> {
  const opened = await openView(parts, call.triggerId, loading());
  if (!opened.ok) {
    await tellPrivately(parts, call.responseUrl, toMessage(sentences.couldNotOpen));
    return;
  }
  await updateView(parts, opened.value.view.id, await firstView(parts, call, recipe));
}

/** The same from the Home tab, which is in no channel: what cannot be shown is said directly. */
export async function createFromHome(
  parts: BotParts,
  { by, triggerId }: Pick<Press, "by" | "triggerId">,
): Promise<void> {
  const opened = await openView(parts, triggerId, loading());
  if (!opened.ok) {
    await sendDirectly(parts.slack, by, toMessage(sentences.couldNotOpen));
    return;
  }
  const offers = await findOffers(parts, by);
  const view = offers.ok ? begin(parts, offers.value, "") : notice(refusals[offers.error]);
  await updateView(parts, opened.value.view.id, view);
}

async function firstView(parts: BotParts, call: Call, typed: string): Promise<Modal> {
  const [place, offers] = await Promise.all([
    checkPlace(parts, call.channel),
    findOffers(parts, call.by),
  ]);
  if (place !== undefined) return notice(place);
  if (!offers.ok) return notice(refusals[offers.error]);
  return begin(parts, offers.value, typed);
}

function begin(parts: BotParts, offers: readonly Offer[], typed: string): Modal {
  const name = typed.toLowerCase();
  const recipe = name === "" ? undefined : parts.deps.recipes.find(name);
  const fitting = offers.filter((offer) => recipe !== undefined && offer.recipes.includes(recipe));
  const [only] = fitting;
  if (only !== undefined && offers.length === 1) return newForm(parts, only.tenant, recipe);
  const sentence = whyToChoose(parts, typed, { recipe, isOffered: only !== undefined });
  return chooser({
    recipes: parts.deps.recipes.list().filter((one) => isOfferedIn(offers, one)),
    hasBlank: offers.some(({ hasBlank }) => hasBlank),
    tenants: (only === undefined ? offers : fitting).map(({ tenant }) => tenant),
    ...(recipe !== undefined && only !== undefined && { recipe }),
    ...(sentence !== undefined && { sentence }),
  });
}

function isOfferedIn(offers: readonly Offer[], recipe: Recipe): boolean {
  return offers.some(({ recipes }) => recipes.includes(recipe));
}

/** What stands in the way of the recipe that was typed, if one was. */
function whyToChoose(
  { deps }: BotParts,
  typed: string,
  { recipe, isOffered }: { readonly recipe: Recipe | undefined; readonly isOffered: boolean },
): string | undefined {
  if (typed === "" || isOffered) return undefined;
  if (recipe !== undefined) return sentences.notYourRecipe;
  return unknownRecipe(
    typed,
    deps.recipes.list().map(({ name }) => name),
  );
}

/** A form that nobody has typed into yet. */
export function newForm({ deps }: BotParts, tenant: Tenant, recipe: Recipe | undefined): Modal {
  return form({
    id: deps.newRequestId(),
    tenant,
    raw: toRawDraft(recipe, tenant),
    ...(recipe === undefined ? {} : { recipe }),
  });
}
