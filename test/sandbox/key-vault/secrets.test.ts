import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KeyVault, startKeyVault } from "../../../sandbox/key-vault/key-vault.ts";
import { ask, clientOf, officerId, refusalOf, useIdentityOf } from "./clients.ts";

const startedAt = Date.now();

describe("secrets", () => {
  let vault: KeyVault;
  let now = startedAt;

  beforeAll(async () => {
    vault = await startKeyVault({ now: () => now, identities: { [officerId]: "officer" } });
    useIdentityOf(vault);
  });

  afterAll(() => vault.stop());

  it("sends the first request without body and the value only after the challenge", async () => {
    const client = clientOf(vault, officerId);

    const set = await client.setSecret("first", "one", {
      contentType: "text/plain",
      enabled: false,
      expiresOn: new Date(1_798_761_600_000),
      tags: { owner: "isu-bot" },
    });

    expect(set.value).toBe("one");
    expect(set.properties.version).toMatch(/^[0-9a-f]{32}$/);
    expect(set.properties).toMatchObject({
      contentType: "text/plain",
      enabled: false,
      expiresOn: new Date(1_798_761_600_000),
      id: `${vault.url}/secrets/first/${set.properties.version}`,
      recoverableDays: 7,
      recoveryLevel: "CustomizedRecoverable+Purgeable",
      tags: { owner: "isu-bot" },
    });
    const statuses = vault.traffic().filter(({ path }) => path === "/secrets/first");
    expect(statuses.map(({ status }) => status)).toEqual([401, 200]);
  });

  it("answers with the service's headers and echoes the client's request id", async () => {
    const answer = await ask(vault, "PUT", "/secrets/headers?api-version=2025-07-01", {
      body: JSON.stringify({ value: "SECRET_VALUE" }),
    });

    expect(answer.headers.get("x-ms-keyvault-service-version")).toBe("1.9.2103.1");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("strict-transport-security")).toContain("includeSubDomains");
    expect(answer.body).toEqual({
      value: "SECRET_VALUE",
      id: `${vault.url}/secrets/headers/${vault.secrets().find(({ name }) => name === "headers")?.versions[0]?.version}`,
      attributes: {
        enabled: true,
        created: Math.floor(now / 1000),
        updated: Math.floor(now / 1000),
        recoveryLevel: "CustomizedRecoverable+Purgeable",
        recoverableDays: 7,
      },
    });
  });

  it("makes a new version of every write and reads the newest", async () => {
    const client = clientOf(vault, officerId);
    const first = await client.setSecret("versions", "one");
    await client.setSecret("VERSIONS", "two");

    const newest = await client.getSecret("versions");
    const older = await client.getSecret("versions", {
      version: first.properties.version ?? "",
    });

    expect([newest.value, older.value]).toEqual(["two", "one"]);
  });

  it("changes a disabled version without ever returning its value", async () => {
    const client = clientOf(vault);
    const set = await client.setSecret("change", "one", { enabled: false, tags: { a: "1" } });

    const changed = await ask(
      vault,
      "PATCH",
      `/secrets/change/${set.properties.version}?api-version=7.6`,
      { body: JSON.stringify({ attributes: { enabled: true }, tags: { b: "2" } }) },
    );

    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ attributes: { enabled: true }, tags: { b: "2" } });
    expect(changed.body).not.toHaveProperty("value");
  });

  it("lists versions by id in pages of at most 25", async () => {
    const client = clientOf(vault);
    for (let made = 0; made < 27; made += 1) {
      await client.setSecret("many", String(made));
    }

    const pages: (string | undefined)[][] = [];
    for await (const page of client.listPropertiesOfSecretVersions("many").byPage()) {
      pages.push(page.map(({ version }) => version));
    }

    expect(pages.map((page) => page.length)).toEqual([25, 2]);
    expect(pages.flat()).toEqual(pages.flat().toSorted(byText));
    const sized = client.listPropertiesOfSecretVersions("many").byPage({ maxPageSize: 10 });
    expect((await sized.next()).value).toHaveLength(10);
  });

  it("lists no versions of a name that is not there", async () => {
    const answer = await ask(vault, "GET", "/secrets/nobody/versions?api%2Dversion=2025-07-01");

    expect(answer).toMatchObject({ status: 200, body: { value: [], nextLink: null } });
  });

  it("lists secrets without version and value", async () => {
    const client = clientOf(vault);
    await client.setSecret("listed", "one", { tags: { a: "1" } });

    const listed = [];
    for await (const secret of client.listPropertiesOfSecrets()) {
      if (secret.name === "listed") listed.push(secret);
    }

    expect(listed).toMatchObject([{ id: `${vault.url}/secrets/listed`, tags: { a: "1" } }]);
  });

  it("deletes and recovers seconds later", async () => {
    const client = clientOf(vault, officerId);
    await client.setSecret("mortal", "one");

    const deletion = await client.beginDeleteSecret("mortal", { intervalInMs: 1 });

    expect(deletion.getResult()).toMatchObject({
      recoveryId: `${vault.url}/deletedsecrets/mortal`,
    });
    expect(await refusalOf(client.getSecret("mortal"))).toMatchObject({ status: 404 });
    expect(await refusalOf(client.getDeletedSecret("mortal"))).toMatchObject({ status: 404 });
    expect(await refusalOf(client.setSecret("mortal", "two"))).toMatchObject({
      status: 409,
      code: "Conflict",
      inner: "ObjectIsBeingDeleted",
    });

    now += 5_000;
    expect(await deletion.pollUntilDone()).toMatchObject({ name: "mortal" });
    expect(await refusalOf(client.setSecret("mortal", "two"))).toMatchObject({
      status: 409,
      inner: "ObjectIsDeletedButRecoverable",
    });

    const recovery = await client.beginRecoverDeletedSecret("mortal", { intervalInMs: 1 });
    expect(await refusalOf(client.setSecret("mortal", "two"))).toMatchObject({
      status: 409,
      inner: "ObjectIsBeingRecovered",
    });

    vault.settle();
    await recovery.pollUntilDone();
    expect((await client.getSecret("mortal")).value).toBe("one");
  });

  it("purges a deleted secret, after which the name is free", async () => {
    const client = clientOf(vault, officerId);
    await client.setSecret("purged", "one");
    await client.beginDeleteSecret("purged");
    vault.settle();

    await client.purgeDeletedSecret("purged");

    expect(await refusalOf(client.setSecret("purged", "two"))).toMatchObject({ status: 409 });
    vault.settle();
    expect((await client.setSecret("purged", "two")).value).toBe("two");
    expect(vault.secrets().find(({ name }) => name === "purged")?.versions).toHaveLength(1);
  });

  it("lists what is deleted, until its retention is over", async () => {
    const client = clientOf(vault, officerId);
    await client.setSecret("retained", "one");
    await client.beginDeleteSecret("retained");
    vault.settle();

    const listed = await ask(vault, "GET", "/deletedsecrets?api-version=7.6");
    now += 7 * 24 * 60 * 60 * 1000;
    const later = await ask(vault, "GET", "/deletedsecrets?api-version=7.6");

    expect(listed.body).toMatchObject({
      value: [
        {
          id: `${vault.url}/secrets/retained`,
          recoveryId: `${vault.url}/deletedsecrets/retained`,
          deletedDate: Math.floor(startedAt / 1000) + 5,
          scheduledPurgeDate: Math.floor(startedAt / 1000) + 5 + 604_800,
        },
      ],
    });
    expect(later.body).toEqual({ value: [], nextLink: null });
    now -= 7 * 24 * 60 * 60 * 1000;
  });

  it("tells an application 403 while the newest version is disabled", async () => {
    const client = clientOf(vault);
    await client.setSecret("consumed", "old");
    const set = await client.setSecret("consumed", "new", { enabled: false });

    expect(vault.readAsConsumer("consumed")).toEqual({
      ok: false,
      status: 403,
      code: "SecretDisabled",
    });

    await client.updateSecretProperties("consumed", set.properties.version ?? "", {
      enabled: true,
    });
    expect(vault.readAsConsumer("consumed")).toMatchObject({ ok: true, value: "new" });
  });

  it("shows the page everything but values, and tells when something changed", async () => {
    let changes = 0;
    const stopListening = vault.onChange(() => (changes += 1));
    await clientOf(vault).setSecret("shown", "canary-5c1f", { tags: { a: "1" } });
    stopListening();

    const shown = JSON.stringify([vault.secrets(), vault.traffic()]);

    expect(changes).toBeGreaterThan(0);
    expect(shown).toContain('"name":"shown"');
    expect(shown).not.toContain("canary-5c1f");
    expect(vault.valuesSeen.has("canary-5c1f")).toBe(true);
    expect(vault.valueOf("shown")).toBe("canary-5c1f");
  });
});

function byText(a = "", b = ""): number {
  return a < b ? -1 : 1;
}
