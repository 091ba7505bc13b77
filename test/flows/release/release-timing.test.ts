import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  aRawOf,
  eventsOf,
  openAs,
  openAtOnce,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

describe("a request that is on its way", () => {
  it("is waited for a minute, and not longer", async () => {
    const world = together();
    const slow = await openAs(world, ann, aRawOf("Slow"));
    const [quick] = await openQuick(world, slow);

    expect(requestOf(world, quick).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [slow],
    });
    await world.sweep();
    expect(requestOf(world, quick).phase.kind).toBe("waiting-for-release");
    world.clock.goOn(61_000);
    await world.sweep();
    await runAllBut(world, slow);

    expect(requestOf(world, quick).phase.kind).toBe("waiting-for-approval");
    await run(world);
    expect(requestOf(world, slow).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [quick],
    });
  });

  it("is waited for longer where half of it is pending", async () => {
    const world = together();
    const slow = await openAs(world, ann, aRawOf("Slow"));
    const [quick] = await openQuick(world, slow);
    const begun: Event = { kind: "step-begun", step: "grant-permissions" };
    await world.store.decide({ id: slow, key: "begun", now: world.clock.now() }, () => ok([begun]));
    world.clock.goOn(hourMs);
    await world.sweep();
    await runAllBut(world, slow);

    expect(requestOf(world, quick).phase.kind).toBe("waiting-for-release");
    await run(world);
    expect(theRelease(world).members).toHaveLength(2);
  });
});

/** One more request, carried on while another's work stands still. */
async function openQuick(world: World, slow: RequestId): Promise<readonly [RequestId]> {
  const quick = await openAs(world, ann, aRawOf("Quick"));
  await runAllBut(world, slow);
  return [quick];
}

async function runAllBut(world: World, slow: RequestId): Promise<void> {
  await world.workOn((id) => id !== slow);
}

describe("the deadlines of a release", () => {
  it("remind and escalate by the tenant's own rules", async () => {
    const world = together({ remindAfterMs: [hourMs] });
    await openAtOnce(world);
    world.clock.goOn(2 * hourMs);
    await world.sweep();

    expect(eventsOf(world, theRelease(world).id, "reminded")).toHaveLength(1);
  });
});
