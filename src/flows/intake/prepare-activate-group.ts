import { ok, type Result } from "../../result.ts";
import { findGroupHolder } from "../inventory/changed-groups.ts";
import { readInactiveGroup } from "../inventory/inactive-group.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { ActivateGroupDraft } from "../request/draft.ts";
import type { RawChange, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { findAskedAccount } from "./find-asked-account.ts";
import { refuseFields } from "./refuse-fields.ts";

/** What an inactive group holds counts from then on. The account's own comes before its segment-based one. */
export async function prepareActivateGroup(
  ground: DraftSources,
  raw: RawChange,
  tenant: Tenant,
): Promise<Result<ActivateGroupDraft, TenantCheck>> {
  const { store, workday } = ground;
  const account = await findAskedAccount(ground, raw, tenant);
  if (!account.ok) return account;
  const { asked } = account.value;
  const holder = await findGroupHolder(store, asked);
  if (holder !== undefined) return refuseFields({ userName: holder });
  const { isGroupInactive, segmented, ...active } = asked;
  const isOfSegments = isGroupInactive !== true && segmented?.isInactive === true;
  const group = { ...asked, ...(isOfSegments && { isOfSegments }) };
  const inactive = await readInactiveGroup(workday, group, tenant);
  if (!inactive.ok) return inactive;
  const found = inactive.value === undefined ? {} : { found: inactive.value };
  if (!isOfSegments) {
    return ok({ kind: "activate-group", ...active, ...(segmented && { segmented }), ...found });
  }
  const { isInactive: _until, ...activated } = segmented;
  return ok({ kind: "activate-group", isOfSegments, ...active, segmented: activated, ...found });
}
