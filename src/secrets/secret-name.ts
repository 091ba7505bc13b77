import { createHash } from "node:crypto";
import type { SecretKind } from "../flows/model/api-client.ts";
import type { TenantName } from "../flows/model/ids.ts";

/** Key Vault's limit. */
const longestName = 127;

/**
 * Names the secret of one integration system user: readable, and its own however alike two users are.
 *
 * A secret's name holds letters, digits and hyphens only and ignores case, so two user names may read
 * the same in it. The twelve hex digits at the end are of the tenant and the lower-cased user name as
 * they are, and tell them apart.
 *
 * @see Azure Key Vault REST 2025-07-01, Set Secret: `^[0-9a-zA-Z-]{1,127}$`
 */
export function secretNameFor(
  prefix: string,
  user: { readonly tenant: TenantName; readonly userName: string },
  kind: SecretKind,
): string {
  const identity = `${user.tenant}\n${user.userName.toLowerCase()}`;
  const tail = `${kind}-${createHash("sha256").update(identity).digest("hex").slice(0, 12)}`;
  const readable = slugOf(`${prefix}-${user.tenant}-${user.userName}`)
    .slice(0, longestName - tail.length - 1)
    .replace(/-$/, "");
  return `${readable}-${tail}`;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^0-9a-z]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
