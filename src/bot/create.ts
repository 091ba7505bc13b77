import { mayCommand, readIdentity } from "../flows/access.ts";
import type { PersonId } from "../flows/ids.ts";
import { toRawDraft } from "../flows/parse-draft.ts";
import type { Recipe } from "../flows/recipe.ts";
import type { Refusal } from "../flows/refusal.ts";
import type { Tenant } from "../flows/tenant.ts";
import { err, ok, type Result } from "../result.ts";
import { checkPlace } from "./check-place.ts";
import type { BotParts } from "./deps.ts";
import type { CommandCall } from "./payload.ts";
import { toMessage } from "./send-directly.ts";
import { openView, updateView } from "./show-view.ts";
import { tellPrivately } from "./tell-privately.ts";
import type { Modal } from "./views/block.ts";
import { chooser } from "./views/chooser.ts";
import { form } from "./views/form.ts";
import { unknownRecipe } from "./views/help.ts";
import { loading, notice } from "./views/notice.ts";
import { refusals, sentences } from "./views/words.ts";

/** Opens a window at once, since Slack gives three seconds, and fills it when it is known who asks. */
export async function create(parts: BotParts, call: CommandCall, recipe: string): Promise<void> {
  const opened = await openView(parts, call.triggerId, loading());
  if (!opened.ok) {
    await tellPrivately(parts, call.responseUrl, toMessage(sentences.couldNotOpen));
    return;
  }
  await updateView(parts, opened.value.view.id, await firstView(parts, call, recipe));
}

async function firstView(parts: BotParts, call: CommandCall, typed: string): Promise<Modal> {
  const [place, tenants] = await Promise.all([
    checkPlace(parts, call.channel),
    findTenants(parts, call.by),
  ]);
  if (place !== undefined) return notice(place);
  if (!tenants.ok) return notice(refusals[tenants.error]);
  return begin(parts, tenants.value, typed);
}

/** The tenants that somebody may ask in, or why there is none. */
async function findTenants(
  { deps, directory }: BotParts,
  by: PersonId,
): Promise<Result<readonly Tenant[], Refusal>> {
  let why: Refusal = "not-a-requester";
  const allowed: Tenant[] = [];
  const looks = deps.tenants.map((tenant) => readIdentity(directory, by, tenant));
  for (const [index, identity] of (await Promise.all(looks)).entries()) {
    const tenant = deps.tenants[index];
    const may = identity.ok ? mayCommand("open", identity.value, { by }) : identity;
    if (may.ok && tenant !== undefined) allowed.push(tenant);
    if (!may.ok && may.error !== "not-a-requester") why = may.error;
  }
  return allowed.length === 0 ? err(why) : ok(allowed);
}

function begin(parts: BotParts, tenants: readonly Tenant[], typed: string): Modal {
  const { recipes } = parts.deps;
  const name = typed.toLowerCase();
  const recipe = name === "" ? undefined : recipes.find(name);
  const [only] = tenants;
  if (recipe !== undefined && only !== undefined && tenants.length === 1) {
    return newForm(parts, only, recipe);
  }
  const list = recipes.list();
  const isUnknown = name !== "" && recipe === undefined;
  const names = list.map((one) => one.name);
  return chooser({
    recipes: list,
    tenants,
    ...(recipe === undefined ? {} : { recipe }),
    ...(isUnknown ? { sentence: unknownRecipe(typed, names) } : {}),
  });
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
