import { checkCommand } from "../../flows/authorization/access.ts";
import { rulesFilledFrom } from "../../flows/authorization/recipe-rules.ts";
import type { PersonId } from "../../flows/model/ids.ts";
import type { Refusal } from "../../flows/request/refusal.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { makesAccount } from "../../flows/tenant/recipe-requirements.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import { refusals } from "../blocks/messages.ts";
import { checkChannel } from "../slack/check-channel.ts";
import type { BotParts } from "../slack/deps.ts";

/** What somebody may ask for in one tenant: something at least. */
export interface Requestable {
  readonly tenant: Tenant;
  readonly recipes: readonly Recipe[];
  readonly hasBlank: boolean;
}

/** The tenants that somebody may ask in, each with what they may ask for there, or why there is none. */
export async function findRequestable(
  { deps, directory }: Pick<BotParts, "deps" | "directory">,
  by: PersonId,
): Promise<Result<readonly Requestable[], Refusal>> {
  let why: Refusal = "not-a-requester";
  const offers: Requestable[] = [];
  for (const tenant of deps.tenants) {
    const recipes: Recipe[] = [];
    const may = createMayAsk(directory, by, tenant);
    const blank = await may(undefined);
    for (const recipe of deps.recipes.list())
      if (makesAccount(recipe) && (await may(recipe)).ok) recipes.push(recipe);
    if (blank.ok || recipes.length > 0) offers.push({ tenant, recipes, hasBlank: blank.ok });
    if (!blank.ok && blank.error !== "not-a-requester") why = blank.error;
  }
  return offers.length === 0 ? err(why) : ok(offers);
}

/** What somebody may ask for from a channel; the error says in words why they may not, or why the bot is silent there. */
export async function findOffersFrom(
  parts: Pick<BotParts, "deps" | "directory" | "lookAtChannel">,
  { by, channel }: { readonly by: PersonId; readonly channel: string },
): Promise<Result<readonly Requestable[], string>> {
  const [place, offers] = await Promise.all([
    checkChannel(parts, channel),
    findRequestable(parts, by),
  ]);
  if (place !== undefined) return err(place);
  return offers.ok ? offers : err(refusals[offers.error]);
}

/** Whether somebody may ask for this recipe, or without one, in this tenant. */
export async function mayAskFor(
  { directory }: Pick<BotParts, "directory">,
  by: PersonId,
  { tenant, recipe }: { readonly tenant: Tenant; readonly recipe: Recipe | undefined },
): Promise<Result<void, Refusal>> {
  return createMayAsk(directory, by, tenant)(recipe);
}

/** Slack is asked once for each list, whatever number of recipes falls under it. */
function createMayAsk(
  directory: BotParts["directory"],
  by: PersonId,
  tenant: Tenant,
): (recipe: Recipe | undefined) => Promise<Result<void, Refusal>> {
  const checks = new Map<Tenant["requesters"], Promise<Result<void, Refusal>>>();
  return async (recipe) => {
    const rules = rulesFilledFrom(recipe?.name, tenant);
    const check =
      checks.get(rules.requesters) ?? checkCommand(directory, "open", { by, tenant: rules });
    checks.set(rules.requesters, check);
    return check;
  };
}
