import { findAskedAccount } from "../../../src/flows/intake/find-asked-account.ts";
import type { DraftSources } from "../../../src/flows/ports/draft-sources.ts";
import type { RawChange, TenantCheck } from "../../../src/flows/request/raw-draft.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { ok, type Result } from "../../../src/result.ts";
import type { LockDraft } from "./lock-draft.ts";

/** The account has to be there, and no other request may be at it. */
export async function prepareLock(
  ground: DraftSources,
  raw: Omit<RawChange, "kind">,
  tenant: Tenant,
): Promise<Result<LockDraft, TenantCheck>> {
  const found = await findAskedAccount(ground, raw, tenant);
  return found.ok ? ok({ kind: "lock", ...found.value.asked }) : found;
}
