import { describe, expect, it } from "vitest";
import { allBy } from "../support/data/a-tenant.ts";
import { ben, dan } from "../support/data/people.ts";
import type { World } from "../support/fakes/world.ts";
import {
  approveCard,
  openAtOnce,
  requestOf,
  run,
  theRelease,
  together,
} from "../support/scenes/releases.ts";

/** What a process that died left between two statements is picked up by the sweep. */
async function carryOn(world: World): Promise<void> {
  await run(world);
  await world.sweep();
  await run(world);
}

type Story = (world: World) => Promise<void>;

async function approved(world: World): Promise<void> {
  await openAtOnce(world);
  await carryOn(world);
  await approveCard(world, theRelease(world).id, ben);
  await carryOn(world);
}

async function oneDenied(world: World): Promise<void> {
  const [one] = await openAtOnce(world);
  if (one === undefined) throw new Error("Nothing was opened");
  await carryOn(world);
  await world.clickOn(one, ben, { kind: "deny", digest: "release", reason: "Not this one" });
  await carryOn(world);
  await approveCard(world, theRelease(world).id, ben);
  await carryOn(world);
}

async function byHand(world: World): Promise<void> {
  world.configure((place) => ({
    ...place,
    tenant: { ...place.tenant, hands: { ...allBy("runner"), activate: "person" } },
  }));
  await approved(world);
  const { id, plan } = theRelease(world);
  await world.clickOn(id, dan, { kind: "start", step: "activate" });
  const step = plan.find(({ name }) => name === "activate");
  if (step === undefined || !("task" in step)) throw new Error("Nothing is activated");
  if (world.workday.tenant.activations.length === 0) world.workday.tenant.perform(step.task);
  await world.clickOn(id, dan, { kind: "report-done", step: "activate" });
  await carryOn(world);
}

/** What is the same however often a process died on the way. */
function endOf(world: World): unknown {
  const requests = world.store.peekAll().toSorted((one, other) => one.openedAt - other.openedAt);
  return {
    ends: requests.map(({ phase, closing, finished }) => [phase.kind, closing?.kind, finished]),
    approvals: requests.map(({ approval }) => approval?.given.map(({ by }) => by)),
    stories: requests.map(({ id }) =>
      world.store
        .peekStory(id)
        .map(({ event }) => event.kind)
        // Who waits for whom depends on whose work is picked up first.
        .filter((kind) => !["step-begun", "release-awaited", "resumed"].includes(kind)),
    ),
    activations: world.workday.tenant.activations.length,
    active: world.workday.tenant.active(),
    pending: world.workday.tenant.pending(),
  };
}

describe("requests that are released together", () => {
  it.each<[what: string, story: Story]>([
    ["approved", approved],
    ["approved after one was denied", oneDenied],
    ["approved, and activated by a person", byHand],
  ])("are %s with one activation wherever the process dies", async (_what, story) => {
    const calm = together();
    await story(calm);
    const places = calm.mishaps.passed();
    const end = endOf(calm);
    expect(calm.workday.tenant.activations).toHaveLength(1);

    for (let place = 1; place <= places; place += 1) {
      const world = together();
      world.mishaps.killAt(place);
      await story(world);

      expect(endOf(world), `killed at ${place}`).toEqual(end);
      expect(requestOf(world, theRelease(world).id).phase).toEqual({ kind: "done" });
    }
  });
});
