import { ok, type Result } from "../../result.ts";
import { readExistingGroup } from "../inventory/existing-group.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { CreateDraft } from "../request/draft.ts";
import type { RawDraft, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkTenant } from "./check-tenant.ts";
import { parseDraft } from "./parse-draft.ts";
import { refuseFields } from "./refuse-fields.ts";

/** A new integration user, on a system without one, in a group that is free or there. */
export async function prepareCreate(
  ground: DraftSources,
  raw: RawDraft,
  tenant: Tenant,
): Promise<Result<CreateDraft, TenantCheck>> {
  const parsed = parseDraft(raw, tenant);
  if (!parsed.ok) return refuseFields(parsed.error);
  const system = await checkTenant(ground, parsed.value, tenant);
  if (!system.ok) return system;
  const draft = { ...parsed.value, system: system.value };
  return draft.group?.kind === "existing"
    ? readExistingGroup(ground.workday, draft, tenant)
    : ok(draft);
}
