import {
  AzureCliCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import type { Secret } from "../secret.ts";

/** Who the bot is to Azure. Always said outright: a chain that tries several hides which one counts. */
export type AzureIdentity =
  /** Azure's own for the machine it runs on; `clientId` names a user-assigned one. */
  | { readonly kind: "managed-identity"; readonly clientId?: string }
  /** A Kubernetes service account; what is left out comes from the variables that AKS sets. */
  | {
      readonly kind: "workload-identity";
      readonly settings: {
        readonly tenantId?: string;
        readonly clientId?: string;
        readonly tokenFilePath?: string;
      };
    }
  /** An application with a secret, for machines outside Azure. */
  | {
      readonly kind: "client-secret";
      readonly tenantId: string;
      readonly clientId: string;
      readonly clientSecret: Secret;
    }
  /** Whoever signed on with `az login`: for a developer's own machine. */
  | { readonly kind: "azure-cli"; readonly tenantId?: string };

/** Few and quick: the caller says "try again later" sooner than a person gives up waiting. */
const retryOptions = { maxRetries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 };

/**
 * Makes the credential that the configuration names. Nothing is asked of Azure before the first token.
 *
 * A process has one managed identity source: the SDK reads `IDENTITY_ENDPOINT` once and keeps it.
 *
 * @throws when a workload identity lacks a setting that no variable gives either
 */
export function createCredential(identity: AzureIdentity): TokenCredential {
  switch (identity.kind) {
    case "managed-identity": {
      const { clientId } = identity;
      return new ManagedIdentityCredential(
        clientId === undefined ? { retryOptions } : { clientId, retryOptions },
      );
    }
    case "workload-identity": {
      const { settings } = identity;
      return new WorkloadIdentityCredential({ ...settings, retryOptions });
    }
    case "client-secret": {
      return new FollowedSecretCredential(identity);
    }
    case "azure-cli": {
      const { tenantId } = identity;
      const processTimeoutInMs = 10_000;
      return new AzureCliCredential(
        tenantId === undefined ? { processTimeoutInMs } : { tenantId, processTimeoutInMs },
      );
    }
  }
}

/** The SDK's credential keeps its secret for good: once the secret is another one, so is the credential that is asked. */
class FollowedSecretCredential extends ClientSecretCredential {
  readonly #identity: ClientSecretIdentity;
  #value: string;
  #renewed: ClientSecretCredential | undefined;

  constructor(identity: ClientSecretIdentity) {
    const { tenantId, clientId, clientSecret } = identity;
    const value = clientSecret.reveal();
    super(tenantId, clientId, value, { retryOptions });
    this.#identity = identity;
    this.#value = value;
  }

  override getToken(
    ...asked: Parameters<ClientSecretCredential["getToken"]>
  ): ReturnType<ClientSecretCredential["getToken"]> {
    const { tenantId, clientId, clientSecret } = this.#identity;
    const value = clientSecret.reveal();
    if (value !== this.#value) {
      this.#value = value;
      this.#renewed = new ClientSecretCredential(tenantId, clientId, value, { retryOptions });
    }
    return this.#renewed === undefined
      ? super.getToken(...asked)
      : this.#renewed.getToken(...asked);
  }
}

type ClientSecretIdentity = Extract<AzureIdentity, { kind: "client-secret" }>;
