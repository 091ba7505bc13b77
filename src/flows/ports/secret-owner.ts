import { isSameAccount } from "../model/account-name.ts";
import type { TenantName } from "../model/ids.ts";
import type { Account } from "../request/draft.ts";
import type { SecretVersion } from "./vault.ts";

/** Whose secret a version is. */
type Owner = Pick<Account, "userName"> & { readonly tenant: TenantName };

/** Stored by this bot for this account: by the tags, since a name can be shortened. */
export function isOfAccount({ tags }: SecretVersion, { tenant, userName }: Owner): boolean {
  return tags["tenant"] === tenant && isSameAccount(tags["isu"] ?? "", userName);
}
