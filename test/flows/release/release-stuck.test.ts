import { describe, expect, it } from "vitest";
import { foreignChange } from "../../support/data/a-request.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  denyIt,
  openAs,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

const strange = { ...foreignChange, changedBy: "rpa-runner" };

/** A release whose card is not asked for again, because a change that the runner made is explained by no request. */
async function stuck(): Promise<World> {
  const world = together({ workdayAccounts: { runner: "rpa-runner" } });
  world.workday.tenant.workAs("rpa-runner");
  await openAtOnce(world);
  world.workday.tenant.addPending(strange);
  await approveCard(world, theRelease(world).id, ben);
  await run(world);
  expect(theRelease(world).phase.kind).toBe("stuck");
  return world;
}

describe("a release that is stuck", () => {
  it("ends with the last of its requests, and holds nobody else of its tenant", async () => {
    const world = await stuck();
    const { id, members = [] } = theRelease(world);
    const [first, last] = members;
    if (first === undefined || last === undefined) throw new Error("A release of two");
    await world.clickOn(first, ben, denyIt);
    await world.clickOn(last, ann, { kind: "withdraw" });
    await run(world);

    expect(phasesOf(world, [first, last, id])).toEqual(["ended", "ended", "ended"]);
    world.workday.tenant.dropPending(strange);
    const next = await openAs(world, ann, aRawOf("Next"));
    await run(world);
    expect(requestOf(world, next).phase.kind).toBe("waiting-for-approval");
  });

  it("is looked at again without the one that left, and asked for where nothing is in its way", async () => {
    const world = await stuck();
    const { id, members = [] } = theRelease(world);
    const [first, last] = members;
    if (first === undefined) throw new Error("A release of two");
    world.workday.tenant.dropPending(strange);
    await world.clickOn(first, ben, denyIt);
    await run(world);

    expect(requestOf(world, id)).toMatchObject({
      members: [last],
      phase: { kind: "waiting-for-approval" },
    });
  });
});

describe("a release that waits for something other than Workday", () => {
  it("expires in the end, with its requests, and holds nobody else of its tenant", async () => {
    const world = together();
    const ids = await openAtOnce(world);
    const { id } = theRelease(world);
    await approveCard(world, id, ben);
    world.mishaps.fail("directory.findStanding", { kind: "unreachable" });
    await run(world);
    expect(requestOf(world, id).phase).toMatchObject({
      kind: "waiting-for-outside",
      outside: "Slack",
    });

    world.clock.goOn(73 * hourMs);
    await world.sweep();
    await run(world);

    expect(phasesOf(world, [...ids, id])).toEqual(["ended", "ended", "ended"]);
    expect(world.workday.tenant.activations).toEqual([]);
  });
});
