import {
  AzureCliCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { describe, expect, it, vi } from "vitest";
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

  it("asks another credential once the application's secret is another one, and that one from then", async () => {
    const asked = vi.spyOn(ClientSecretCredential.prototype, "getToken").mockResolvedValue({
      token: "a token",
      expiresOnTimestamp: 0,
    });
    let value = "canary-1";
    const clientSecret = new Secret(() => value);
    const credential = createCredential({
      kind: "client-secret",
      tenantId,
      clientId,
      clientSecret,
    });

    await credential.getToken("scope");
    await credential.getToken("scope");
    value = "canary-2";
    await credential.getToken("scope");
    await credential.getToken("scope");

    const [first, second, third, fourth] = asked.mock.contexts;
    expect([first, second]).toEqual([credential, credential]);
    expect(third).not.toBe(credential);
    expect(third).toBeInstanceOf(ClientSecretCredential);
    expect(fourth).toBe(third);
    expect(new Set(asked.mock.calls.flat())).toEqual(new Set(["scope"]));
  });
});
