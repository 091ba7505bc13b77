import { expect, it } from "vitest";
import { aSegmentation, withAccount } from "../../support/data/changes.ts";
import type { World } from "../../support/fakes/world.ts";

const minuteMs = 60_000;

/** An account whose content is to be segmented, and of whose first topic nobody hears whether it was made. */
async function askUnheard(): Promise<World> {
  const world = await withAccount();
  await world.openNext(await aSegmentation(world));
  world.mishaps.fail("workday.addLearning", { kind: "unknown", times: 1 });
  await world.work();
  return world;
}

async function pass(world: World, ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += minuteMs) {
    world.clock.goOn(minuteMs);
    await world.sweep();
    await world.work();
  }
}

function made({ mishaps }: World): number {
  return mishaps.calls.filter((call) => call === "workday.addLearning").length;
}

function kindsOf(world: World): readonly string[] {
  return world.events().map(({ kind }) => kind);
}

it("waits for what was sent and not heard of, sends it once more when nothing can come of it, and goes on", async () => {
  const world = await askUnheard();
  expect(world.request().phase).toMatchObject({
    kind: "waiting-for-outside",
    sentAt: world.clock.now(),
  });
  const sent = made(world);

  await pass(world, 14 * minuteMs);
  const sentThen = made(world);
  await pass(world, 30 * minuteMs);

  expect(sentThen).toBe(sent);
  expect(made(world)).toBe(sent + 1);
  expect(world.request().delay).toBeUndefined();
  expect(kindsOf(world)).not.toContain("step-failed");
});

it("is no outage, of which the tenant's channel would hear", async () => {
  const world = await askUnheard();

  await pass(world, 30 * minuteMs);

  const told = world.watch.queued.map(({ matter }) => matter.kind);
  expect(told).not.toContain("outage");
  expect(told).not.toContain("outage-over");
});

it("remembers what was sent while Workday is away meanwhile, which is an outage", async () => {
  const world = await askUnheard();
  const sent = made(world);
  world.mishaps.fail("workday.listLearning", { kind: "unreachable" });

  await pass(world, 5 * minuteMs);
  world.mishaps.clear();
  await pass(world, 5 * minuteMs);

  const told = world.watch.queued.map(({ matter }) => matter.kind);
  expect(told).toEqual(expect.arrayContaining(["outage", "outage-over"]));
  expect(world.request().phase.kind).toBe("waiting-for-outside");
  expect(made(world)).toBe(sent);
});
