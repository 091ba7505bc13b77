import { ManagedIdentityCredential } from "@azure/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KeyVault, startKeyVault } from "../../../sandbox/key-vault/key-vault.ts";
import { clientOf, fieldOf, officerId, refusalOf, tokenOf, useIdentityOf } from "./clients.ts";

const scope = "https://vault.azure.net/.default";

describe("the identity endpoint", () => {
  let vault: KeyVault;
  let now = Date.now();

  beforeAll(async () => {
    vault = await startKeyVault({ now: () => now, identities: { [officerId]: "officer" } });
    useIdentityOf(vault);
  });

  afterAll(() => vault.stop());

  it("issues a token to the real ManagedIdentityCredential over plain http", async () => {
    const token = await new ManagedIdentityCredential().getToken(scope);

    expect(token.token).toMatch(/^[\w-]{64}$/);
    expect(token.expiresOnTimestamp).toBeGreaterThan(Date.now() + 23 * 60 * 60 * 1000);
  });

  it("issues another token to a user-assigned identity", async () => {
    const system = await new ManagedIdentityCredential().getToken(scope);
    const assigned = await new ManagedIdentityCredential({ clientId: officerId }).getToken(scope);

    expect(assigned.token).not.toBe(system.token);
  });

  it("knows no identity that was not assigned", async () => {
    const credential = new ManagedIdentityCredential({ clientId: "5f2b3a52-0000" });

    await expect(credential.getToken(scope)).rejects.toThrow("No MSI found");
  });

  it.each<[why: string, query: string, headers: Record<string, string>, status: number]>([
    ["no header", "?resource=https://vault.azure.net&api-version=2019-08-01", {}, 401],
    [
      "a wrong header",
      "?resource=https://vault.azure.net&api-version=2019-08-01",
      { "X-IDENTITY-HEADER": "guess" },
      401,
    ],
    ["no resource", "?api-version=2019-08-01", { "X-IDENTITY-HEADER": "right" }, 400],
    ["no version", "?resource=https://vault.azure.net", { "X-IDENTITY-HEADER": "right" }, 400],
  ])("refuses a request with %s", async (_why, query, headers, status) => {
    const sent = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      value === "right" ? vault.identityHeader : value,
    ]);

    const response = await fetch(`${vault.identityEndpoint}${query}`, { headers: sent });

    expect(response.status).toBe(status);
  });

  it("challenges a request without token, naming whom to ask", async () => {
    const response = await fetch(`${vault.url}/secrets/a?api-version=2025-07-01`);

    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe(
      'Bearer authorization="https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47", resource="https://vault.azure.net"',
    );
    expect(await response.json()).toEqual({
      error: {
        code: "Unauthorized",
        message: "AKV10000: Request is missing a Bearer or PoP token.",
      },
    });
  });

  it.each([
    ["made up", "AKV10046", () => "invented"],
    [
      "for another resource",
      "AKV10022",
      async () =>
        fieldOf(
          await (await tokenOf(vault, "https://management.azure.com")).json(),
          "access_token",
        ),
    ],
  ])("challenges a token that is %s", async (_why, message, token) => {
    const authorization = `Bearer ${String(await token())}`;

    const response = await fetch(`${vault.url}/secrets/a?api-version=2025-07-01`, {
      headers: { authorization },
    });

    expect(response.status).toBe(401);
    expect(await response.text()).toContain(message);
  });

  it("challenges a token that has run out", async () => {
    const client = clientOf(vault, officerId);
    await client.setSecret("before", "x");
    now += 25 * 60 * 60 * 1000;

    const refusal = await refusalOf(client.setSecret("after", "x"));

    expect(refusal).toMatchObject({ status: 401, code: "Unauthorized" });
  });
});
