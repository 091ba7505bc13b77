import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disclosed } from "../../../sandbox/key-vault/answers.ts";
import { type KeyVault, startKeyVault } from "../../../sandbox/key-vault/key-vault.ts";
import { ask, clientOf, officerId, refusalOf, useIdentityOf } from "./clients.ts";

const version = "0123456789abcdef0123456789abcdef";

describe("refusals", () => {
  let vault: KeyVault;

  beforeAll(async () => {
    vault = await startKeyVault({ identities: { [officerId]: "officer" } });
    useIdentityOf(vault);
  });

  afterAll(() => vault.stop());

  it("lets a writer set, list and change, and refuses it everything else at length", async () => {
    const writer = clientOf(vault);
    const set = await writer.setSecret("written", "one");
    await writer.updateSecretProperties("written", set.properties.version ?? "", {
      enabled: false,
    });

    const refused = [
      await refusalOf(writer.getSecret("written")),
      await refusalOf(writer.beginDeleteSecret("written")),
      await refusalOf(writer.purgeDeletedSecret("written")),
      await refusalOf(writer.beginRecoverDeletedSecret("written")),
    ];

    const actions = refused.map(({ message }) => /secrets\/(\S+)'/.exec(message)?.[1]);
    expect(actions).toEqual(["getSecret/action", "delete", "purge/action", "recover/action"]);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ status: 403, code: "Forbidden", inner: "ForbiddenByRbac" });
      expect(refusal.message).toContain(`/subscriptions/${disclosed.subscription}/`);
    }
  });

  it("refuses to read a disabled version, named or newest", async () => {
    const client = clientOf(vault, officerId);
    await client.setSecret("disabled", "old");
    const set = await client.setSecret("disabled", "new", { enabled: false });
    const refusal = {
      status: 403,
      code: "Forbidden",
      inner: "SecretDisabled",
      message: "Operation get is not allowed on a disabled secret.",
    };

    expect(await refusalOf(client.getSecret("disabled"))).toEqual(refusal);
    expect(
      await refusalOf(client.getSecret("disabled", { version: set.properties.version ?? "" })),
    ).toEqual(refusal);
  });

  it("does not find what is not there", async () => {
    const client = clientOf(vault, officerId);
    await client.setSecret("present", "one");

    expect(await refusalOf(client.getSecret("absent"))).toMatchObject({
      status: 404,
      code: "SecretNotFound",
      message:
        "A secret with (name/id) absent was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182",
    });
    expect(await refusalOf(client.getSecret("present", { version }))).toMatchObject({
      status: 404,
    });
    expect(await refusalOf(client.purgeDeletedSecret("present"))).toMatchObject({ status: 404 });
    expect(
      await ask(vault, "POST", "/deletedsecrets/present/recover?api-version=7.6"),
    ).toMatchObject({ status: 404 });
    expect(await refusalOf(client.getDeletedSecret("present"))).toMatchObject({
      status: 404,
      message: "Deleted Secret not found: present",
    });
  });

  it.each<[why: string, method: string, target: string, body: string | undefined, code: string]>([
    ["no version of the API", "GET", "/secrets/a", undefined, "BadParameter"],
    ["an unknown one", "GET", "/secrets/a?api-version=2031-01-01", undefined, "BadParameter"],
    ["a bad name", "GET", "/secrets/a_b?api-version=7.6", undefined, "BadParameter"],
    [
      "a long name",
      "GET",
      `/secrets/${"a".repeat(128)}?api-version=7.6`,
      undefined,
      "BadParameter",
    ],
    ["a bad version", "GET", "/secrets/a/1?api-version=7.6", undefined, "BadParameter"],
    [
      "a page too large",
      "GET",
      "/secrets?api-version=7.6&maxresults=26",
      undefined,
      "BadParameter",
    ],
    ["no JSON", "PUT", "/secrets/a?api-version=7.6", "value", "BadParameter"],
    ["no value", "PUT", "/secrets/a?api-version=7.6", "{}", "BadParameter"],
    ["an unknown key", "PUT", "/secrets/a?api-version=7.6", '{"value":"x","x":1}', "BadParameter"],
    [
      "an expiry in words",
      "PUT",
      "/secrets/a?api-version=7.6",
      '{"value":"x","attributes":{"exp":"soon"}}',
      "BadParameter",
    ],
    [
      "a large value",
      "PUT",
      "/secrets/a?api-version=7.6",
      JSON.stringify({ value: "x".repeat(25_601) }),
      "BadParameter",
    ],
    [
      "a long content type",
      "PUT",
      "/secrets/a?api-version=7.6",
      JSON.stringify({ value: "x", contentType: "x".repeat(256) }),
      "BadParameter",
    ],
    [
      "16 tags",
      "PUT",
      "/secrets/a?api-version=7.6",
      JSON.stringify({ value: "x", tags: tags(16) }),
      "BadParameter",
    ],
    [
      "a long tag",
      "PUT",
      "/secrets/a?api-version=7.6",
      JSON.stringify({ value: "x", tags: { a: "x".repeat(513) } }),
      "BadParameter",
    ],
    ["a value in a PATCH", "PATCH", "/secrets/a?api-version=7.6", '{"value":"x"}', "BadParameter"],
  ])("refuses %s with 400", async (_why, method, target, body, code) => {
    const answer = await ask(vault, method, target, body === undefined ? {} : { body });

    expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it("takes values and tags at their limits", async () => {
    const set = await clientOf(vault).setSecret("largest", "x".repeat(25_600), {
      contentType: "x".repeat(255),
      tags: { ...tags(14), ["k".repeat(512)]: "v".repeat(512) },
    });

    expect(set.value).toHaveLength(25_600);
  });

  it("refuses to write to no name", async () => {
    const answer = await ask(vault, "PUT", "/secrets/?api-version=2025-07-01", {
      body: '{"value":"x"}',
    });

    expect(answer).toMatchObject({
      status: 405,
      body: { error: { code: "MethodNotAllowed", message: "HTTP PUT not allowed" } },
    });
  });

  it("keeps a value that came with a refused request for the canary tests", async () => {
    await ask(vault, "PUT", "/secrets/no_good?api-version=7.6", { body: '{"value":"canary-9"}' });

    expect(vault.valuesSeen.has("canary-9")).toBe(true);
  });
});

function tags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, "x"]));
}
