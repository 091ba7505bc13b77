import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type KeyVault, startKeyVault } from "../../sandbox/key-vault/key-vault.ts";
import { instant } from "../../src/flows/model/ids.ts";
import type { Vault } from "../../src/flows/ports/vault.ts";
import { Secret } from "../../src/secret.ts";
import { createCredential } from "../../src/secrets/identity.ts";
import { createVault } from "../../src/secrets/key-vault.ts";
import { createReadOwnSecret } from "../../src/secrets/own-secret.ts";

const tags = { request: "ISU-7K3M9QXV", isu: "ISU_Okta", tenant: "acme_dpt1" };
const attributes = { enabled: false, created: 1, updated: 1 };

function put(vault: Vault, name: string): ReturnType<Vault["putDisabledVersion"]> {
  const expiresAt = instant(1_798_761_600_000);
  return vault.putDisabledVersion({ name, value: new Secret("canary-3"), tags, expiresAt });
}

describe("createVault", () => {
  let emulator: KeyVault;

  beforeAll(async () => {
    emulator = await startKeyVault();
    vi.stubEnv("IDENTITY_ENDPOINT", emulator.identityEndpoint);
    vi.stubEnv("IDENTITY_HEADER", emulator.identityHeader);
  });

  afterEach(() => emulator.clearFaults());

  afterAll(() => emulator.stop());

  function aVault(clientId?: string): Vault {
    return createVault({
      url: emulator.url,
      credential: createCredential({
        kind: "managed-identity",
        ...(clientId === undefined ? {} : { clientId }),
      }),
      allowLoopback: true,
    });
  }

  it("sends the very first request without a body, and once, however many calls wait", async () => {
    const vault = aVault();
    const before = emulator.traffic().length;

    await Promise.all([put(vault, "first"), put(vault, "second"), vault.listVersions("third")]);

    const [challenged, ...rest] = emulator
      .traffic()
      .slice(before)
      .filter(({ path }) => path.startsWith("/secrets"));
    expect(challenged).toMatchObject({ method: "GET", status: 401 });
    expect(rest.map(({ status }) => status)).toEqual(rest.map(() => 200));
  });

  it("asks for the challenge again when the first call of all failed", async () => {
    const vault = aVault();
    emulator.failNext({ kind: "status", status: 503 });

    const answers = [await put(vault, "again"), await put(vault, "again")];

    expect(answers).toMatchObject([{ ok: false, error: { kind: "unreachable" } }, { ok: true }]);
  });

  function reader(): ReturnType<typeof createReadOwnSecret> {
    const credential = createCredential({ kind: "managed-identity" });
    return createReadOwnSecret({ url: emulator.url, credential, allowLoopback: true });
  }

  it("reads a secret of the bot's own in its newest version, with a role on it alone", async () => {
    const read = reader();
    emulator.share("bot-password", "canary-1");
    const first = await read("bot-password");
    emulator.share("bot-password", "canary-2");
    const second = await read("bot-password");

    expect([first, second].map((one) => one.ok && one.value.reveal())).toEqual([
      "canary-1",
      "canary-2",
    ]);
    expect(await read("bot-other")).toMatchObject({ ok: false, error: { kind: "denied" } });
  });

  it("reads one again after a vault that was away, or answered something else", async () => {
    const read = reader();
    emulator.share("bot-password", "canary-1");
    emulator.failNext({ kind: "status", status: 503 });
    const away = await read("bot-password");
    emulator.failNext({ kind: "nonsense", body: '{"attributes":{}}' });
    const nonsense = await read("bot-password");

    expect(away).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    expect(nonsense).toMatchObject({ ok: false });
    expect(await read("bot-password")).toMatchObject({ ok: true });
  });

  it("keeps what a person and an event need: no value in tags, the expiry, the content type", async () => {
    await put(aVault(), "kept");

    expect(emulator.secrets().find(({ name }) => name === "kept")?.versions).toMatchObject([
      {
        enabled: false,
        contentType: "text/plain",
        exp: 1_798_761_600,
        tags: { "managed-by": "workday-isu-bot", ...tags },
      },
    ]);
  });

  it("reads every page of versions", async () => {
    const vault = aVault();
    for (let made = 0; made < 26; made += 1) await put(vault, "paged");

    expect(await vault.listVersions("paged")).toMatchObject({ ok: true, value: { length: 26 } });
  });

  it("follows no link that leaves the vault", async () => {
    const vault = aVault();
    await vault.listVersions("warm");
    const nextLink = "http://localhost:9/secrets/linked/versions";
    emulator.failNext({ kind: "nonsense", body: JSON.stringify({ value: [], nextLink }) });

    expect(await vault.listVersions("linked")).toMatchObject({
      ok: false,
      error: { kind: "unreadable" },
    });
  });

  it.each([
    ["of another secret", { id: "/secrets/other/0123456789abcdef0123456789abcdef", attributes }],
    ["without a version", { id: "/secrets/odd", attributes }],
    ["that says nothing of being enabled", { id: "/secrets/odd/0123456789abcdef0123456789abcdef" }],
  ])("refuses a list %s", async (_why, item) => {
    const vault = aVault();
    await vault.listVersions("warm");
    const listed = { value: [{ ...item, id: `${emulator.url}${item.id}` }], nextLink: null };
    emulator.failNext({ kind: "nonsense", body: JSON.stringify(listed) });

    expect(await vault.listVersions("odd")).toMatchObject({
      ok: false,
      error: { kind: "unreadable" },
    });
  });

  it("does not believe a vault that stored an enabled version", async () => {
    const stored = {
      id: `${emulator.url}/secrets/eager/0123456789abcdef0123456789abcdef`,
      attributes: { ...attributes, enabled: true },
    };
    emulator.failNext({ method: "PUT", kind: "nonsense", body: JSON.stringify(stored) });

    expect(await put(aVault(), "eager")).toMatchObject({ error: { kind: "unreadable" } });
  });

  it("does not believe a vault that says a version is still as it was", async () => {
    const vault = aVault();
    const stored = await put(vault, "stubborn");
    if (!stored.ok) throw new Error(stored.error.words);
    const same = { id: stored.value.versionedUrl, attributes };
    emulator.failNext({ method: "PATCH", kind: "nonsense", body: JSON.stringify(same) });

    expect(await vault.enableVersion(stored.value)).toMatchObject({
      error: { kind: "unreadable" },
    });
  });

  it("never changes the newest version for want of a version", async () => {
    const reference = { name: "any", version: "", url: "", versionedUrl: "" };

    await expect(aVault().enableVersion(reference)).rejects.toThrow(/Not a version/);
  });

  it("says denied when its identity gets no token", async () => {
    const vault = aVault("5f2b3a52-7c1e-4f38-9d51-0a4c8be6f009");

    expect(await put(vault, "nobody")).toMatchObject({
      ok: false,
      error: { kind: "denied", outside: "Key Vault" },
    });
  });

  it("passes on how long a vault with too much to do asks for", async () => {
    const headers = { "Retry-After": "7" };
    emulator.failNext({ method: "PUT", kind: "status", status: 429, headers });

    expect(await put(aVault(), "busy")).toMatchObject({
      ok: false,
      error: { kind: "unreachable", retryAfterMs: 7_000 },
    });
  });

  it("says unreachable when nobody answers for its identity", async () => {
    emulator.failNext({ on: "identity", kind: "cut-before", times: 10 });
    const vault = aVault("5f2b3a52-7c1e-4f38-9d51-0a4c8be6f008");

    expect(await put(vault, "nobody")).toMatchObject({
      ok: false,
      error: { kind: "unreachable", outside: "Key Vault" },
    });
  });

  it("says unreachable when nobody listens", async () => {
    const stopped = await startKeyVault();
    await stopped.stop();
    const credential = createCredential({ kind: "managed-identity" });

    const vault = createVault({ url: stopped.url, credential, allowLoopback: true });

    expect(await put(vault, "any")).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });
});
