import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { disableOldVersions, disableSecret } from "../../../src/flows/steps/disable-secret.ts";
import { Secret } from "../../../src/secret.ts";
import { anOpening, given, requestId } from "../../support/data/a-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const name = "workday-isu-acme-dpt1-ISU-Viva";

async function keep({ vault }: World, request: string): Promise<void> {
  const tags = { request, isu: "ISU_Viva", tenant: "acme_dpt1" };
  const stored = await vault.putDisabledVersion({
    name,
    value: new Secret("Canary#1"),
    tags,
    expiresAt: instant(0),
  });
  await vault.enableVersion(valueIn(stored));
}

function disable(world: World): ReturnType<typeof disableSecret> {
  return disableSecret(anActing(world, { request: given(anOpening()) }));
}

describe("disableSecret", () => {
  it("disables every version of this request, and nobody else's", async () => {
    const world = createWorld();
    await keep(world, "ISU-00000000");
    await keep(world, requestId);
    await keep(world, requestId);

    expect(await disable(world)).toEqual({ ok: true, value: {} });
    expect(world.vault.all().map(({ enabled }) => enabled)).toEqual([true, false, false]);
  });

  it("does nothing the second time", async () => {
    const world = createWorld();
    await keep(world, requestId);
    await disable(world);
    const before = world.mishaps.calls.length;

    expect(await disable(world)).toEqual({ ok: true, value: {} });
    expect(world.mishaps.calls.slice(before)).toEqual(["vault.listVersions"]);
  });

  it("has nothing to do where no secret was stored", async () => {
    expect(await disable(createWorld())).toEqual({ ok: true, value: {} });
  });

  it.each(["vault.listVersions", "vault.disableVersion"])(
    "hands on that %s is denied",
    async (call) => {
      const world = createWorld();
      await keep(world, requestId);
      world.mishaps.fail(call, { kind: "denied" });

      expect(await disable(world)).toEqual({ ok: false, error: aFault("denied", "Key Vault") });
    },
  );
});

describe("disableOldVersions", () => {
  const secret = { name, version: "2".padStart(32, "0"), url: "", versionedUrl: "" };
  const issued = { kind: "step-finished", step: "issue-credential", facts: { secret } } as const;

  it("disables every version of the account but the one that was issued", async () => {
    const world = createWorld();
    await keep(world, "ISU-00000000");
    await keep(world, requestId);
    const request = given(anOpening(), issued);

    expect(await disableOldVersions(anActing(world, { request }))).toEqual({ ok: true, value: {} });
    expect(world.vault.all().map(({ enabled }) => enabled)).toEqual([false, true]);
  });

  it("hands on a fault", async () => {
    const world = createWorld();
    world.mishaps.fail("vault.listVersions", { kind: "denied" });
    const request = given(anOpening(), issued);

    expect(await disableOldVersions(anActing(world, { request }))).toEqual({
      ok: false,
      error: aFault("denied", "Key Vault"),
    });
  });

  it("breaks before anything is issued: it would disable all there is", async () => {
    await expect(disableOldVersions(anActing(createWorld()))).rejects.toThrow(
      `${requestId} has issued no password yet`,
    );
  });
});
