import { describe, expect, it } from "vitest";
import { parseVaultAddress } from "../../src/secrets/vault-address.ts";

describe("parseVaultAddress", () => {
  it.each([
    ["https://kv-acme.vault.azure.net", "https://kv-acme.vault.azure.net"],
    ["https://KV-Acme.vault.azure.net/", "https://kv-acme.vault.azure.net"],
    ["https://kv-acme.vault.usgovcloudapi.net", "https://kv-acme.vault.usgovcloudapi.net"],
  ])("takes %s", (raw, url) => {
    expect(parseVaultAddress(raw, { allowLoopback: false })).toEqual({
      ok: true,
      value: { url, isLoopback: false },
    });
  });

  it.each([
    "",
    "kv-acme",
    "http://kv-acme.vault.azure.net",
    "https://kv-acme.vault.azure.net:8443",
    "https://kv-acme.vault.azure.net/secrets/one",
    "https://kv-acme.vault.azure.net/?x=1",
    "https://me@kv-acme.vault.azure.net",
    "https://vault.azure.net",
    "https://a.b.vault.azure.net",
    "https://kv-acme.vault.azure.net.example.com",
    "https://kv-acmevault.azure.net",
    "http://127.0.0.1:4100",
  ])("refuses %s", (raw) => {
    expect(parseVaultAddress(raw, { allowLoopback: false })).toEqual({
      ok: false,
      error: "not-a-vault",
    });
  });

  it("takes an emulator on this machine only where that is allowed", () => {
    expect(parseVaultAddress("http://127.0.0.1:4100", { allowLoopback: true })).toEqual({
      ok: true,
      value: { url: "http://127.0.0.1:4100", isLoopback: true },
    });
    expect(parseVaultAddress("http://10.0.0.1:4100", { allowLoopback: true }).ok).toBe(false);
  });
});
