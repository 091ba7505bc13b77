import { err, ok, type Result } from "../../result.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { ActivateDraft } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { RawActivation, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkWhy } from "./parse-draft.ts";
import { refuseFields } from "./refuse-fields.ts";

/** Where every eye shows that nothing is pending its plan says so. It is made all the same, as a guide may ask for it. */
export async function prepareActivate(
  { workday }: DraftSources,
  raw: RawActivation,
  tenant: Tenant,
): Promise<Result<ActivateDraft, TenantCheck>> {
  const why = checkWhy(raw);
  if (Object.keys(why).length > 0) return refuseFields(why);
  const pending = await workday.readPendingChanges();
  if (!pending.ok) return err({ kind: "fault", fault: pending.error });
  const isEmpty = pending.value.kind === "seen" && pending.value.changes.length === 0;
  return ok({
    kind: "activate",
    tenant: tenant.name,
    ...parseJustification(raw),
    ...(isEmpty && { wasEmpty: true }),
  });
}
