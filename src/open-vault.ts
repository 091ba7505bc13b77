import type { Config } from "./config/read-config.ts";
import type { Vault } from "./flows/ports/vault.ts";
import { type AzureIdentity, createCredential } from "./secrets/identity.ts";
import { createVault, type VaultOptions } from "./secrets/key-vault.ts";

/** The configured vault, as the configured identity. */
export function openVault(
  config: Config,
  more: Pick<VaultOptions, "timeoutMs" | "onDate" | "observe"> = {},
): Vault {
  const { vault, allowLoopbackHttp } = config.file;
  return createVault({
    url: vault.url,
    credential: createCredential(toIdentity(config)),
    allowLoopback: allowLoopbackHttp,
    ...more,
  });
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
