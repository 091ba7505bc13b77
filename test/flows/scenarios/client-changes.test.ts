import { describe, expect, it } from "vitest";
import { toPasskeyNotice } from "../../../src/flows/lifecycle/passkey-notice.ts";
import { enterValues, inviteToEnter, lookAtEntry } from "../../../src/flows/pages/enter-secrets.ts";
import { sweepLeftBehind } from "../../../src/flows/watch/sweep.ts";
import { Secret } from "../../../src/secret.ts";
import { like } from "../../bot/support/like.ts";
import { aCredential, aPasskey } from "../../support/data/a-passkey.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { dan } from "../../support/data/people.ts";
import type { World, WorldOptions } from "../../support/fakes/world.ts";
import {
  aRawClient,
  askingForPasskeys,
  atTask,
  keepPasskey,
  type Scene,
  shown,
  step,
  values,
} from "../../support/scenes/client-scene.ts";
import { tokenIn } from "../../support/scenes/passkey-scene.ts";

describe("where the bot has no page", () => {
  it("prints the commands, waits for all versions, and calls the outcome unverified", async () => {
    const { world } = await atTask({ hasPages: false });
    const { phase } = world.request();
    const commands = phase.kind === "waiting-for-person" ? (phase.commands ?? []) : [];
    const names = commands.map((command) => command.split(" as ")[1] ?? "");
    const tags = { request: world.id, isu: "ISU_Viva", tenant: acme };

    expect(commands[0]).toContain("./client-id.txt");
    for (const name of names) {
      await world.sweep();
      expect(world.request().phase.kind).toBe("waiting-for-person");
      const expiresAt = world.clock.now();
      const put = await world.vault.putDisabledVersion({
        name,
        value: new Secret("by-Hand#1"),
        tags,
        expiresAt,
      });
      if (put.ok) await world.vault.enableVersion(put.value);
    }
    await world.sweep();
    const done = await world.live();

    expect(names).toHaveLength(3);
    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.client?.outcome.kind).toBe("not-tried");
    expect(done.facts.verification?.outcome).toBe("unverified");
    expect(world.everything()).not.toContain("by-Hand#1");
  });

  it("waits on while the vault cannot be read", async () => {
    const { world } = await atTask({ hasPages: false });
    world.mishaps.fail("vault.listVersions", { kind: "denied", times: 1 });

    await world.sweep();

    expect(world.request().phase.kind).toBe("waiting-for-person");
  });
});

/** A world whose account has a client. */
async function withClient(options: WorldOptions = {}): Promise<Scene> {
  const scene = await atTask(options);
  await enterValues(scene.pages, { ...(await scene.invite()), values: values() });
  await scene.world.live();
  return scene;
}

function enabledTokens({ vault }: World): readonly (string | undefined)[] {
  return vault
    .all()
    .filter(({ enabled, reference }) => enabled && reference.name.endsWith("refresh-token"))
    .map(({ reference }) => vault.valueOf(reference.name, reference.version));
}

describe("an account that has a client", () => {
  it("gets another token, and the older versions are disabled", async () => {
    const { world, pages, invite } = await withClient();

    await world.openNext(aRawChange({ kind: "replace-token" }));
    await world.live();
    const token = { "refresh-token": new Secret("token-Shown#9") };
    const entered = await enterValues(pages, { ...(await invite()), values: token });
    const done = await world.live();

    expect(entered).toMatchObject({ value: { kind: "not-tried" } });
    expect(done.phase).toEqual({ kind: "done" });
    expect(enabledTokens(world)).toEqual(["token-Shown#9"]);
  });

  it("whose token is being replaced keeps its old one when that is withdrawn", async () => {
    const { world } = await withClient();
    await world.openNext(aRawChange({ kind: "replace-token" }));
    await world.live();
    await world.click(world.request().askedBy, { kind: "withdraw" });

    const ended = await world.live();

    expect(enabledTokens(world)).toEqual([shown["refresh-token"]]);
    expect(ended.leftBehind).toMatchObject([{ what: "api-client" }]);
  });

  it("lists a newest version that is disabled, when its request is withdrawn after the vault refused it", async () => {
    const { world, pages, invite } = await withClient();
    const [old] = world.vault
      .all()
      .filter(({ reference }) => reference.name.endsWith("refresh-token"));
    await world.openNext(aRawChange({ kind: "replace-token" }));
    await world.live();
    world.mishaps.fail("vault.enableVersion", { kind: "denied", times: 1 });
    const token = { "refresh-token": new Secret("token-Shown#9") };
    const entered = await enterValues(pages, { ...(await invite()), values: token });
    await world.click(world.request().askedBy, { kind: "withdraw" });

    const { leftBehind } = await world.live();
    const newest = world.vault.all().at(-1);
    await world.openNext(aRawChange({ kind: "replace-token" }));
    const { id } = world;
    await world.live();
    await enterValues(pages, { ...(await invite()), values: token });
    await world.live();
    await sweepLeftBehind(world.deps);

    expect(entered).toMatchObject({
      error: { why: { words: like("the newest version of a secret is disabled") } },
    });
    expect(leftBehind).toMatchObject([
      { what: "secret", words: like(newest?.reference.versionedUrl ?? "none") },
      { what: "api-client" },
    ]);
    expect(leftBehind).toMatchObject([
      { words: like(`The last enabled one is ${old?.reference.versionedUrl}`) },
      {},
    ]);
    expect(await world.store.listLeftBehind()).toEqual([]);
    expect(world.store.peek(id)?.phase).toEqual({ kind: "done" });
  });

  it("lists it too where the request had ended before its values were enabled", async () => {
    const { world, pages, invite } = await withClient();
    await world.openNext(aRawChange({ kind: "replace-token" }));
    await world.live();
    world.mishaps.meanwhile("vault.putDisabledVersion", async () => {
      await world.click(world.request().askedBy, { kind: "withdraw" });
      await world.live();
    });
    const token = { "refresh-token": new Secret("token-Shown#9") };

    const entered = await enterValues(pages, { ...(await invite()), values: token });
    await sweepLeftBehind(world.deps);

    expect(entered).toEqual({ ok: false, error: { why: "not-awaited" } });
    expect(world.request().phase).toEqual({ kind: "ended" });
    expect(world.request().leftBehind.map(({ what }) => what)).toContain("secret");
    expect(enabledTokens(world)).toEqual([shown["refresh-token"]]);
  });

  it("loses it: a person disables it, the bot its secrets; then another may be asked for", async () => {
    const { world } = await withClient();

    await world.openNext(aRawChange({ kind: "disable-client" }));
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.verification?.outcome).toBe("unverified");
    expect(enabledTokens(world)).toEqual([]);
    expect(await world.openNext(aRawClient())).toMatchObject({ kind: "accepted" });
  });

  it("loses it when it is retired", async () => {
    const { world } = await withClient();

    await world.openNext(aRawChange({ kind: "retire" }));
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.performed.map(({ name }) => name)).toContain("disable-api-client");
    expect(enabledTokens(world)).toEqual([]);
  });

  it("gets no second one, and one without has none to replace", async () => {
    const { world } = await withClient();
    const without = await withAccount();

    expect(await world.openNext(aRawClient())).toMatchObject({ kind: "not-opened" });
    expect(await without.openNext(aRawChange({ kind: "replace-token" }))).toMatchObject({
      kind: "not-opened",
    });
    expect(await without.openNext(aRawClient({ functionalAreas: [] }))).toMatchObject({
      kind: "not-opened",
    });
    expect(await without.openNext(aRawClient({ userName: "ISU_None" }))).toMatchObject({
      kind: "not-opened",
    });
  });
});

describe("a tenant that asks for passkeys", () => {
  it("gives no code: the page asks for the passkey of whoever enters the values", async () => {
    const { world, pages } = await atTask();
    const asking = askingForPasskeys(pages);
    const about = { by: dan, request: world.id, step };

    expect(await inviteToEnter(asking, about)).toEqual({ ok: false, error: "no-passkey" });
    await keepPasskey(asking);
    const invited = await inviteToEnter(asking, about);
    const token = tokenIn(invited.ok ? invited.value.link : "");
    const wrong = await enterValues(asking, { token, code: "", response: "no", values: values() });
    const credential = aCredential("dan");
    const right = { signed: credential, counter: 2 };
    const taken = await enterValues(asking, { token, code: "", response: right, values: values() });

    expect(invited).toMatchObject({ ok: true });
    expect(invited.ok && invited.value.code).toBeUndefined();
    expect(wrong).toEqual({ ok: false, error: { why: "not-proven", triesLeft: 4 } });
    expect(taken).toMatchObject({ ok: true });
    expect(await asking.passkeys.find(credential)).toMatchObject({ counter: 2 });
    expect(await lookAtEntry(asking, token)).toMatchObject({ error: "link-used" });
  });

  it("takes nothing by a link whose passkey was taken away meanwhile", async () => {
    const { world, pages } = await atTask();
    const asking = askingForPasskeys(pages);
    await keepPasskey(asking);
    const invited = await inviteToEnter(asking, { by: dan, request: world.id, step });
    const token = tokenIn(invited.ok ? invited.value.link : "");
    const credential = aCredential("dan");
    const notice = toPasskeyNotice(aPasskey(), world.clock.now(), { what: "removed" });
    await asking.passkeys.revoke({ credential, operator: "root", notice });

    expect(await lookAtEntry(asking, token)).toEqual({ ok: false, error: "no-passkey" });
  });
});
