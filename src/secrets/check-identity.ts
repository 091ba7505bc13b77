import type { TokenCredential } from "@azure/identity";
import type { Fault } from "../flows/model/fault.ts";
import { err, ok, type Result } from "../result.ts";
import { toFault } from "./vault-fault.ts";

/**
 * Asks Azure for a token for this vault's cloud, and throws it away. Changes nothing.
 *
 * `timeoutMs` is milliseconds. `denied` where the identity is nobody's or its secret is wrong.
 * @see Azure Key Vault, "Authentication in Azure Key Vault": the token's audience is the cloud's vault domain
 */
export async function checkIdentity(
  credential: TokenCredential,
  vaultUrl: string,
  timeoutMs: number,
): Promise<Result<void, Fault>> {
  try {
    const abortSignal = AbortSignal.timeout(timeoutMs);
    const token = await credential.getToken(`${audienceOf(vaultUrl)}/.default`, { abortSignal });
    return token === null ? err(toFault(undefined, "read")) : ok(undefined);
  } catch (error) {
    return err(toFault(error, "read"));
  }
}

/** `https://vault.azure.net`, or the vault domain of another cloud. */
function audienceOf(vaultUrl: string): string {
  const domain = /\.(vault\..+)$/.exec(new URL(vaultUrl).hostname)?.[1];
  return `https://${domain ?? "vault.azure.net"}`;
}
