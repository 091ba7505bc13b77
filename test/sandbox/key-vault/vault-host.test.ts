import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KeyVault, startKeyVault } from "../../../sandbox/key-vault/key-vault.ts";
import { ask, fieldOf, officerId, tokenOf } from "./clients.ts";

describe("a vault reached by its own name", () => {
  let vault: KeyVault;

  beforeAll(async () => {
    vault = await startKeyVault({ identities: { [officerId]: "officer" } });
  });

  afterAll(() => vault.stop());

  it("builds ids and links from that name, the links with the port", async () => {
    for (const name of ["one", "two"]) {
      await ask(vault, "PUT", `/secrets/${name}?api-version=7.6`, { body: '{"value":"x"}' });
    }
    const issued: unknown = await (await tokenOf(vault, "https://vault.azure.net")).json();

    const page: unknown = JSON.parse(
      await new Promise<string>((resolve, reject) => {
        request(`${vault.url}/secrets?api-version=7.6&maxresults=1`, {
          headers: {
            Host: "kv-acme.vault.azure.net",
            Authorization: `Bearer ${String(fieldOf(issued, "access_token"))}`,
          },
        })
          .once("response", (response) => resolve(text(response)))
          .once("error", reject)
          .end();
      }),
    );

    expect(page).toMatchObject({ value: [{ id: "https://kv-acme.vault.azure.net/secrets/one" }] });
    expect(fieldOf(page, "nextLink")).toBe(
      "https://kv-acme.vault.azure.net:443/secrets?api-version=7.6&$skiptoken=MQ&maxresults=1",
    );
  });
});
