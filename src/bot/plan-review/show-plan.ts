import type { RequestId } from "../../flows/model/ids.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { FieldProblems, Raw, TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { describeFault } from "../blocks/messages.ts";
import type { Part } from "../forms/foldable.ts";
import { formFor } from "../kinds/kinds.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { plan } from "../request-views/plan.ts";
import type { BotParts } from "../slack/deps.ts";
import { updateView } from "../slack/show-view.ts";

/** What somebody typed, on its way to a plan. */
export interface Submitted {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: Raw;
}

/** What a look at the tenant gives: what would be asked for, or what stands in the way. */
type Look = Result<Draft, TenantCheck>;

/** Looks at the tenant. Changes nothing. */
export async function lookAtTenant({ deps }: BotParts, typed: Submitted): Promise<Look> {
  return deps.prepare(typed.raw, typed.tenant);
}

/** Something that was typed, with the look that is under way for it; begun here where there is none. */
interface LookedAt extends Submitted {
  readonly look?: Promise<Look>;
}

/** Shows the plan, or what stands in the way. */
export async function showPlan(
  parts: BotParts,
  viewId: string,
  { look, ...typed }: LookedAt,
): Promise<void> {
  const again = { id: actions.checkAgain, value: serializeMetadata({ request: typed.id }) };
  await updateView(
    parts,
    { id: viewId, again },
    toView(parts, typed, await (look ?? lookAtTenant(parts, typed))),
  );
}

/** The plan, or the form with what stands in the way. */
function toView(parts: BotParts, typed: Submitted, draft: Look): Modal {
  const { id, tenant, raw } = typed;
  if (!draft.ok) return formAgain(parts, typed, toTrouble(draft.error));
  const { catalogue } = parts.deps;
  return plan({ id, draft: draft.value, tenant, catalogue, ...recipeOf(parts, raw) });
}

/** What a form is shown again with. */
export type FormFeedback = { readonly open?: readonly Part[] } & (
  | { readonly problems: FieldProblems }
  | { readonly banner: string }
  | { readonly problems?: never; readonly banner?: never }
);

function toTrouble(check: TenantCheck): FormFeedback {
  return check.kind === "problems"
    ? { problems: check.problems }
    : { banner: describeFault(check.fault) };
}

/** The form with everything that was typed. */
export function formAgain(
  { deps }: Pick<BotParts, "deps">,
  { id, tenant, raw }: Submitted,
  trouble: FormFeedback = {},
): Modal {
  return formFor({ id, tenant, raw, ...trouble, ...recipeOf({ deps }, raw) });
}

/** The recipe that a draft was filled from, while there is one of that name. */
export function recipeOf({ deps }: Pick<BotParts, "deps">, raw: Raw): { readonly recipe?: Recipe } {
  const name = "recipe" in raw ? raw.recipe : "";
  const recipe = name === "" ? undefined : deps.recipes.find(name);
  return recipe === undefined ? {} : { recipe };
}
