import type { FieldProblems, RawDraft, TenantCheck } from "../flows/draft.ts";
import type { RequestId } from "../flows/ids.ts";
import { parseDraft } from "../flows/parse-draft.ts";
import type { Tenant } from "../flows/tenant.ts";
import type { BotParts } from "./deps.ts";
import { updateView } from "./show-view.ts";
import type { Modal } from "./views/block.ts";
import { type FormContent, form } from "./views/form.ts";
import { plan } from "./views/plan.ts";
import { sayFault } from "./views/words.ts";

/** What somebody typed, on its way to a plan. */
export interface Typed {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: RawDraft;
}

/** Looks at the tenant, and shows the plan or what stands in the way. Changes nothing. */
export async function checkAndShow(parts: BotParts, viewId: string, typed: Typed): Promise<void> {
  await updateView(parts, viewId, await toNextView(parts, typed));
}

async function toNextView(parts: BotParts, typed: Typed): Promise<Modal> {
  const { id, tenant, raw } = typed;
  const draft = parseDraft(raw, tenant);
  if (!draft.ok) return formAgain(parts, typed, { problems: draft.error });
  const free = await parts.deps.checkTenant(draft.value, tenant);
  if (!free.ok) return formAgain(parts, typed, toTrouble(free.error));
  return plan({ id, draft: draft.value, tenant });
}

export type Trouble =
  | { readonly problems: FieldProblems }
  | { readonly banner: string }
  | { readonly problems?: never; readonly banner?: never };

function toTrouble(check: TenantCheck): Trouble {
  return check.kind === "problems"
    ? { problems: check.problems }
    : { banner: sayFault(check.fault) };
}

/** The form with everything that was typed. */
export function formAgain(
  { deps }: Pick<BotParts, "deps">,
  { id, tenant, raw }: Typed,
  trouble: Trouble = {},
): Modal {
  const recipe = raw.recipe === "" ? undefined : deps.recipes.find(raw.recipe);
  const content: FormContent = { id, tenant, raw, ...trouble };
  return form(recipe === undefined ? content : { ...content, recipe });
}
