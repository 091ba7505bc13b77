import { describe, expect, it } from "vitest";
import { disableSecret } from "../../src/flows/disable-secret.ts";
import { instant } from "../../src/flows/ids.ts";
import { Secret } from "../../src/secret.ts";
import { anOpening, given, requestId } from "../support/a-request.ts";
import { anActing } from "../support/an-acting.ts";
import { aFault } from "../support/mishaps.ts";
import { valueIn } from "../support/value-in.ts";
import { createWorld, type World } from "../support/world.ts";

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
