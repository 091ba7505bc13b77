import { ok, type Result } from "../../result.ts";
import type { DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type { RotateDraft } from "../request/draft.ts";
import type { RawChange, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkSecrets } from "./check-secret-names.ts";
import { findAskedAccount } from "./find-asked-account.ts";

/** Another password, under a name in Key Vault that no other account has. */
export async function prepareRotate(
  ground: DraftSourcesWithVault,
  raw: RawChange,
  tenant: Tenant,
): Promise<Result<RotateDraft, TenantCheck>> {
  const found = await findAskedAccount(ground, raw, tenant);
  if (!found.ok) return found;
  const free = await checkSecrets(ground, found.value, { tenant, kinds: ["password"] });
  return free.ok ? ok({ kind: "rotate", ...found.value.asked, tell: raw.tell }) : free;
}
