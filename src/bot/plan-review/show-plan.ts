import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems, Raw, TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { describeFault } from "../blocks/messages.ts";
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

/** Looks at the tenant, and shows the plan or what stands in the way. Changes nothing. */
export async function showPlan(parts: BotParts, viewId: string, typed: Submitted): Promise<void> {
  const again = { id: actions.checkAgain, value: serializeMetadata({ request: typed.id }) };
  await updateView(parts, { id: viewId, again }, await toNextView(parts, typed));
}

async function toNextView(parts: BotParts, typed: Submitted): Promise<Modal> {
  const shown = await toPlan(parts, typed);
  return shown.ok ? shown.value : formAgain(parts, typed, toTrouble(shown.error));
}

/** The plan of what was typed: of a new request, or of one that is edited. `banner` stands above it. Changes nothing. */
export async function toPlan(
  { deps }: Pick<BotParts, "deps">,
  { id, tenant, raw }: Submitted,
  banner?: string,
): Promise<Result<Modal, TenantCheck>> {
  const edited = await findEdited(deps, id);
  const draft =
    edited === undefined
      ? await deps.prepare(raw, tenant)
      : await deps.prepareEdit({ request: edited, raw, tenant });
  if (!draft.ok) return draft;
  const { catalogue } = deps;
  const content = { id, draft: draft.value, tenant, catalogue, ...recipeOf({ deps }, raw) };
  return ok(
    plan({ ...content, ...(edited && { edited }), ...(banner !== undefined && { banner }) }),
  );
}

/** The open request that a draft is an edit of. */
async function findEdited({ store }: BotDeps, id: RequestId): Promise<Request | undefined> {
  const kept = await store.findDraft(id);
  return kept?.edits && store.find(kept.edits.request);
}

export type FormFeedback =
  | { readonly problems: FieldProblems }
  | { readonly banner: string }
  | { readonly problems?: never; readonly banner?: never };

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
