import { systemClock } from "./clock.ts";
import type { Problem } from "./config/problems.ts";
import type { Config } from "./config/read-config.ts";
import type { ReadOwnSecret } from "./config/vault-secrets.ts";
import { retryRead } from "./flows/ports/retry.ts";
import type { Vault } from "./flows/ports/vault.ts";
import { type AzureIdentity, createCredential } from "./secrets/identity.ts";
import { createVault, type VaultOptions } from "./secrets/key-vault.ts";
import { createReadOwnSecret } from "./secrets/own-secret.ts";

/** The configured vault, as the configured identity. */
export function openVault(
  config: Config,
  more: Partial<Pick<VaultOptions, "credential" | "timeoutMs" | "onDate" | "observe">> = {},
): Vault {
  return createVault(toOptions(config, more));
}

function toOptions(
  config: Config,
  { credential = createCredential(toIdentity(config)), ...more }: Partial<VaultOptions>,
): VaultOptions {
  const { vault, allowLoopbackHttp } = config.file;
  return {
    url: vault.url,
    credential,
    allowLoopback: allowLoopbackHttp,
    ...more,
  };
}

/** Reads the bot's own secrets that stand in the configured vault. */
export function openOwnSecrets(
  config: Config,
  more: Partial<Pick<VaultOptions, "credential" | "timeoutMs" | "observe">> = {},
): ReadOwnSecret {
  return createReadOwnSecret(toOptions(config, more));
}

/** Reads them once, before anything uses them; a vault that is away is asked again for some seconds. */
export async function takeOwnSecrets(
  config: Config,
  more: Partial<Pick<VaultOptions, "credential">> = {},
): Promise<readonly Problem[]> {
  const { vaultSecrets } = config;
  if (vaultSecrets.wanted.length === 0) return [];
  const read = openOwnSecrets(config, more);
  return vaultSecrets.take((name) => retryRead(systemClock, () => read(name)));
}

/** Who the configuration says that the bot is to Azure. */
export function toIdentity({ file, secrets }: Config): AzureIdentity {
  const { identity } = file.vault;
  switch (identity.kind) {
    case "managed-identity":
      return identity.clientId === undefined
        ? { kind: "managed-identity" }
        : { kind: "managed-identity", clientId: identity.clientId };
    case "workload-identity":
      return {
        kind: "workload-identity",
        settings: {
          ...(identity.clientId !== undefined && { clientId: identity.clientId }),
          ...(identity.tenantId !== undefined && { tenantId: identity.tenantId }),
        },
      };
    case "client-secret":
      if (secrets.azureClientSecret === undefined) throw new Error("Checked by the configuration");
      return { ...identity, clientSecret: secrets.azureClientSecret };
    case "azure-cli":
      return { kind: "azure-cli" };
  }
}
