import { describe, expect, it } from "vitest";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { enterValues } from "../../../src/flows/pages/enter-secrets.ts";
import { compareClientSecrets } from "../../../src/flows/verification/compare-client-secrets.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { Secret } from "../../../src/secret.ts";
import { like } from "../../bot/support/like.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import type { World } from "../../support/fakes/world.ts";
import { atTask, values } from "../../support/scenes/client-scene.ts";
import { valueIn } from "../../support/value-in.ts";

async function judged(world: World): Promise<Verification> {
  return judge(await compareClientSecrets(anActing(world, { request: world.request() })));
}

async function withClient(): Promise<World> {
  const { world, pages, invite } = await atTask();
  valueIn(await enterValues(pages, { ...(await invite()), values: values() }));
  await world.live();
  return world;
}

describe("what is read in the vault of a client", () => {
  it("is what its request stored", async () => {
    const { outcome, facts } = await judged(await withClient());

    expect(outcome).toBe("verified");
    expect(facts?.map(({ eye }) => eye)).toEqual(["vault", "vault", "vault"]);
  });

  it("is told where it is another version", async () => {
    const world = await withClient();
    for (const { reference } of world.vault.all()) await world.vault.disableVersion(reference);

    expect(await judged(world)).toMatchObject({
      outcome: "different",
      items: Array.from({ length: 3 }, () => ({ kind: "missing", words: like("is not enabled.") })),
    });
  });

  it("is told where the client ended and somebody enables a version", async () => {
    const world = await withClient();
    await world.openNext(aRawChange({ kind: "disable-client" }));
    await world.live();
    for (const { reference } of world.vault.all()) await world.vault.enableVersion(reference);

    expect(await judged(world)).toMatchObject({
      outcome: "different",
      items: Array.from({ length: 3 }, () => ({
        kind: "too-much",
        words: like("is enabled still."),
      })),
    });
  });

  it("is told where another version is enabled as well", async () => {
    const world = await withClient();
    const [stored] = world.request().facts.client?.stored ?? [];
    const { name = "" } = stored?.reference ?? {};
    const tags = { request: "ISU-0000000A", isu: "ISU_Viva", tenant: "acme_dpt1" };
    const expiresAt = world.clock.now();
    const put = { name, value: new Secret("older"), tags, expiresAt };
    await world.vault.enableVersion(valueIn(await world.vault.putDisabledVersion(put)));

    expect(await judged(world)).toMatchObject({
      outcome: "different",
      items: [{ kind: "too-much", words: like("is enabled as well.") }],
    });
  });

  it.each([
    ["unreachable", true],
    ["rejected", false],
  ] as const)("is not seen where the vault is %s", async (kind, isAway) => {
    const world = await withClient();
    world.mishaps.fail("vault.listVersions", { kind });

    const compared = await compareClientSecrets(anActing(world, { request: world.request() }));

    expect(judge(compared).outcome).toBe("unverified");
    expect(compared.away !== undefined).toBe(isAway);
  });
});
