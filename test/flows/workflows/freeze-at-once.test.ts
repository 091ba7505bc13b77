import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { start } from "../../support/data/a-request.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { aRawChange, aRawRollback, someSettings, withAccount } from "../../support/data/changes.ts";
import { bea, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";

/** Everything that a tenant shows to have taken effect. */
function effectsIn({ workday, vault }: World): unknown {
  const { tenant } = workday;
  return structuredClone([
    workday.puts.length,
    JSON.stringify(workday.users()),
    tenant.groups(),
    tenant.active(),
    vault.all().length,
    tenant.timestamps().length,
  ]);
}

type Asks = (world: World) => Promise<Parameters<World["openNext"]>[0]>;

describe("what takes effect at once, in a freeze", () => {
  it.each<[what: string, ask: Asks]>([
    ["another password", async () => aRawChange()],
    ["a retirement", async () => aRawChange({ kind: "retire" })],
    ["other settings", async (world) => someSettings(world, { sessionTimeoutMinutes: "60" })],
    ["a roll back", async (world) => toNewest(world)],
  ])("%s waits for its end, however it is approved", async (_what, ask) => {
    const world = await withAccount();
    world.workday.tenant.perform({ name: "activate", comment: "By hand" });
    const until = instant(world.clock.now() + 2 * hourMs);
    const freeze = { from: instant(start), until, why: "Year end" };
    world.configure((place) => ({ ...place, tenant: { ...place.tenant, freezes: [freeze] } }));
    const before = effectsIn(world);

    await world.openNext(await ask(world));
    await world.work();
    const digest = world.shownDigest();
    for (const by of [ben, bea]) await world.click(by, { kind: "approve", digest });

    expect((await world.work()).phase).toMatchObject({
      kind: "waiting-for-window",
      opensAt: until,
      freeze: "Year end",
    });
    expect(effectsIn(world)).toEqual(before);
    world.clock.goOn(2 * hourMs);
    await world.sweep();
    await world.work();
    expect(effectsIn(world)).not.toEqual(before);
  });
});

/** Back to the activation before the newest. */
function toNewest({ workday }: World): ReturnType<typeof aRawRollback> {
  const moments = workday.tenant.timestamps().map(({ at }) => String(at));
  return aRawRollback({ timestamp: moments.at(-2) ?? "", newest: moments.at(-1) ?? "" });
}
