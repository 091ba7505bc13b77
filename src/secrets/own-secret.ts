import type { Fault } from "../flows/model/fault.ts";
import { ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { openClient, type VaultOptions } from "./key-vault.ts";

/**
 * Reads secrets of the bot's own from the vault, each in its newest version. The role of the bot does not read: a role
 * on that one secret has to. Changes nothing; safe to repeat.
 *
 * @throws when `url` is no vault's
 * @see Azure Key Vault REST 2025-07-01, Get Secret
 */
export function createReadOwnSecret(
  options: VaultOptions,
): (name: string) => Promise<Result<Secret, Fault>> {
  const { client, ask } = openClient(options);
  return async (name) => {
    const read = await ask("getSecret", (abortSignal) => client.getSecret(name, { abortSignal }));
    if (!read.ok) return read;
    // One without a value is empty, which whoever asked does not take up.
    const { value = "" } = read.value;
    return ok(new Secret(value));
  };
}
