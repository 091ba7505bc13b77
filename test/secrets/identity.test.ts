import {
  AzureCliCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { type AzureIdentity, createCredential } from "../../src/secrets/identity.ts";

const tenantId = "72f988bf-86f1-41af-91ab-2d7cd011db47";
const clientId = "1f3c9f0a-8d11-4b7e-b0f6-3a2d9c6f7e21";

describe("createCredential", () => {
  it.each<[identity: AzureIdentity, credential: new (...given: never[]) => unknown]>([
    [{ kind: "managed-identity" }, ManagedIdentityCredential],
    [{ kind: "managed-identity", clientId }, ManagedIdentityCredential],
    [
      {
        kind: "workload-identity",
        settings: { tenantId, clientId, tokenFilePath: "/var/run/secrets/token" },
      },
      WorkloadIdentityCredential,
    ],
    [
      { kind: "client-secret", tenantId, clientId, clientSecret: new Secret("canary") },
      ClientSecretCredential,
    ],
    [{ kind: "azure-cli" }, AzureCliCredential],
    [{ kind: "azure-cli", tenantId }, AzureCliCredential],
  ])("makes exactly what %j names", (identity, credential) => {
    expect(createCredential(identity)).toBeInstanceOf(credential);
  });
});
