import type { RequestId } from "../../flows/model/ids.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { FieldProblems, Raw, TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { describeFault } from "../blocks/messages.ts";
import type { ShownPage } from "../forms/pages.ts";
import { formFor } from "../kinds/kinds.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { plan } from "../request-views/plan.ts";
import type { BotDeps, BotParts } from "../slack/deps.ts";
import { updateView } from "../slack/show-view.ts";

/** What somebody typed, on its way to a plan. */
export interface Submitted {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: Raw;
}

/** What would be asked for, and the open request that it is an edit of. */
interface LookedUp {
  readonly draft: Draft;
  readonly edited?: Request;
}

/** What a look at the tenant gives: that, or what stands in the way. */
type Look = Result<LookedUp, TenantCheck>;

/** Looks at the tenant, for a new request or for one that is edited. Changes nothing. */
export async function lookAtTenant(
  { deps }: Pick<BotParts, "deps">,
  { id, tenant, raw }: Submitted,
): Promise<Look> {
  const edited = await findEdited(deps, id);
  const draft =
    edited === undefined
      ? await deps.prepare(raw, tenant)
      : await deps.prepareEdit({ request: edited, raw, tenant });
  return draft.ok ? ok({ draft: draft.value, ...(edited && { edited }) }) : draft;
}

/** The open request that a draft is an edit of. */
async function findEdited({ store }: BotDeps, id: RequestId): Promise<Request | undefined> {
  const kept = await store.findDraft(id);
  return kept?.edits && store.find(kept.edits.request);
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
  const looked = await (look ?? lookAtTenant(parts, typed));
  const next = looked.ok
    ? planOf(parts, typed, looked.value)
    : formAgain(parts, typed, toTrouble(looked.error));
  await updateView(parts, { id: viewId, again }, next);
}

/** The plan of what was typed, with `banner` above it. Looks at the tenant, and changes nothing. */
export async function toPlan(
  parts: Pick<BotParts, "deps">,
  typed: Submitted,
  banner: string,
): Promise<Result<Modal, TenantCheck>> {
  const looked = await lookAtTenant(parts, typed);
  return looked.ok ? ok(planOf(parts, typed, { ...looked.value, banner })) : looked;
}

function planOf(
  { deps }: Pick<BotParts, "deps">,
  { id, tenant, raw }: Submitted,
  shown: LookedUp & { readonly banner?: string },
): Modal {
  const { catalogue } = deps;
  return plan({ id, tenant, catalogue, ...shown, ...recipeOf({ deps }, raw) });
}

/** What a form is shown again with. */
export type FormFeedback = { readonly page?: ShownPage } & (
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
function recipeOf({ deps }: Pick<BotParts, "deps">, raw: Raw): { readonly recipe?: Recipe } {
  const name = "recipe" in raw ? raw.recipe : "";
  const recipe = name === "" ? undefined : deps.recipes.find(name);
  return recipe === undefined ? {} : { recipe };
}
