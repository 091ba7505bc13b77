import { err, ok, type Result } from "../../result.ts";
import { type Existing } from "../inventory/existing-account.ts";
import type { SecretKind } from "../model/api-client.ts";
import type { DraftSourcesWithVault } from "../ports/draft-sources.ts";
import { isOfAccount } from "../ports/secret-owner.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import { refuseAccount } from "../request/refuse-account.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * Whether the bot may store something for an account that it did not make: the names are free, or every version of
 * them carries its tags for this account. The vault refuses it too, once it is approved. Changes nothing.
 */
export async function checkSecrets(
  { vault, nameSecret }: DraftSourcesWithVault,
  { account: { userName }, isKnown }: Existing,
  { tenant, kinds }: { readonly tenant: Tenant; readonly kinds: readonly SecretKind[] },
): Promise<Result<void, TenantCheck>> {
  for (const kind of isKnown ? [] : kinds) {
    const name = nameSecret(tenant, userName, kind);
    const versions = await vault.listVersions(name);
    if (!versions.ok) return err({ kind: "fault", fault: versions.error });
    const owner = { tenant: tenant.name, userName };
    if (!versions.value.every((version) => isOfAccount(version, owner))) {
      return refuseAccount(
        `Key Vault has a secret ${name} that this bot did not store, so it cannot store one of that name for ${userName}. Ask whoever looks after the vault to remove it there, then ask again.`,
      );
    }
  }
  return ok(undefined);
}
