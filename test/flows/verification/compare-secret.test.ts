import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import type { SecretReference } from "../../../src/flows/request/step-facts.ts";
import { lookAtRequest } from "../../../src/flows/verification/look-at-request.ts";
import { Secret } from "../../../src/secret.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

async function look(world: World): Promise<{ seen?: string; eye?: string; words: string[] }> {
  const { deps } = world;
  const place = deps.contextOf(world.tenant.name);
  const acting = { deps, place, request: world.request(), wasBegun: true };
  const { verification } = await lookAtRequest(acting);
  const fact = verification.facts?.find((one) => one.fact === "secret");
  const words = verification.items.map((item) => item.words);
  return { ...(fact && { seen: fact.seen }), ...(fact?.eye && { eye: fact.eye }), words };
}

/** Somebody else makes a version of the account's secret readable. */
async function enableAnother(world: World): Promise<void> {
  await world.deps.vault.enableVersion(await storeAnother(world));
}

/** A version that is newer, and disabled. */
async function storeAnother({ deps, tenant }: World): Promise<SecretReference> {
  const stored = await deps.vault.putDisabledVersion({
    name: deps.nameSecret(tenant, "ISU_Viva"),
    value: new Secret("another"),
    tags: { request: "ISU-OTHER", isu: "ISU_Viva", tenant: tenant.name },
    expiresAt: instant(0),
  });
  if (!stored.ok) throw new Error("It was not stored");
  return stored.value;
}

async function done(): Promise<World> {
  const world = createWorld();
  await world.open();
  await world.live();
  return world;
}

describe("the stored password", () => {
  it("is seen in Key Vault: the version that signed on is enabled, and no other", async () => {
    expect(await look(await done())).toMatchObject({ seen: "as-asked", eye: "vault", words: [] });
  });

  it("is different where that version is disabled", async () => {
    const world = await done();
    const { secret } = world.request().facts;
    if (secret === undefined) throw new Error("Nothing was stored");
    await world.deps.vault.disableVersion(secret);

    const { seen, words } = await look(world);

    expect(seen).toBe("different");
    expect(words.join()).toContain("that signed on is not enabled");
  });

  it("is different where another version is enabled as well", async () => {
    const world = await done();
    await enableAnother(world);

    const { seen, words } = await look(world);

    expect(seen).toBe("different");
    expect(words.join()).toContain("1 more of the secret");
  });

  it("is different where somebody else stored what is read by the name now", async () => {
    const world = await done();
    const { name = "" } = world.request().facts.secret ?? {};
    world.vault.putForeign(name);

    const { seen, words } = await look(world);

    expect(seen).toBe("different");
    expect(words.join()).toContain("1 more of the secret");
  });

  it("is different where a newer version is disabled: it is what is read by the name", async () => {
    const world = await done();
    const { name = "" } = world.request().facts.secret ?? {};
    await storeAnother(world);

    const { seen, words } = await look(world);

    expect(world.vault.readAsConsumer(name)).toBeUndefined();
    expect(seen).toBe("different");
    expect(words.join()).toContain("is disabled: whoever reads it by name is refused");
  });

  it("is different where an account that ended has one", async () => {
    const world = await done();
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live();
    expect((await look(world)).seen).toBe("as-asked");
    await enableAnother(world);

    expect((await look(world)).seen).toBe("different");
  });

  it("is not seen where Key Vault refuses the list", async () => {
    const world = await done();
    world.mishaps.fail("vault.listVersions", { kind: "denied" });

    expect((await look(world)).seen).toBe("unseen");
  });
});
