import { describe, expect, it } from "vitest";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { compareSecrets } from "../../../src/flows/verification/compare-secrets.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { like } from "../../bot/support/like.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import type { World } from "../../support/fakes/world.ts";

async function judged(world: World): Promise<Verification> {
  return judge(await compareSecrets(anActing(world, { request: world.request() })));
}

async function rotated(): Promise<World> {
  const world = await withAccount();
  await world.openNext(aRawChange());
  await world.live();
  return world;
}

describe("what is read in the vault", () => {
  it("is the version that signed on", async () => {
    expect(await judged(await rotated())).toEqual({ outcome: "verified", items: [] });
  });

  it("is told where it is another version", async () => {
    const world = await rotated();
    for (const { enabled, reference } of world.vault.all()) {
      await (enabled
        ? world.vault.disableVersion(reference)
        : world.vault.enableVersion(reference));
    }

    expect(await judged(world)).toMatchObject({
      outcome: "different",
      items: [
        { kind: "missing", words: like("is not enabled.") },
        { kind: "too-much", words: like("is enabled as well.") },
      ],
    });
  });

  it("is told where an account ended and somebody enables a version", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live();
    for (const { reference } of world.vault.all()) await world.vault.enableVersion(reference);

    expect(await judged(world)).toMatchObject({
      outcome: "different",
      items: [{ kind: "too-much", words: like("is enabled still.") }],
    });
  });

  it("is not seen where the vault does not answer, which may be soon", async () => {
    const world = await rotated();
    world.mishaps.fail("vault.listVersions", { kind: "unreachable" });

    const compared = await compareSecrets(anActing(world, { request: world.request() }));

    expect(judge(compared).outcome).toBe("unverified");
    expect(compared.away).toMatchObject({ kind: "unreachable" });
  });

  it("is not seen where the vault says no", async () => {
    const world = await rotated();
    world.mishaps.fail("vault.listVersions", { kind: "rejected" });

    const compared = await compareSecrets(anActing(world, { request: world.request() }));

    expect(judge(compared).outcome).toBe("unverified");
    expect(compared.away).toBeUndefined();
  });
});
