import { describe, expect, it } from "vitest";
import { allBy } from "../../support/data/a-tenant.ts";
import { ann, ben, eve } from "../../support/data/people.ts";
import {
  approveCard,
  denyIt,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

describe("the denial of one request of a release", () => {
  it("takes back its changes, and the others are asked for without it", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    if (one === undefined || other === undefined) throw new Error("Nothing was opened");
    const { id: release } = theRelease(world);

    expect(await world.clickOn(one, ben, denyIt)).toMatchObject({ kind: "accepted" });
    await run(world);

    expect(requestOf(world, one).phase).toEqual({ kind: "ended" });
    expect(requestOf(world, release).members).toEqual([other]);
    expect(await approveCard(world, release, ben)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(requestOf(world, other).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
    expect(world.workday.tenant.active().join()).not.toContain("ISSG_No0");
  });

  it("of all of them ends the release", async () => {
    const world = together();
    const ids = await openAtOnce(world);
    const { id: release } = theRelease(world);

    for (const id of ids) await world.clickOn(id, ben, denyIt);
    await run(world);

    expect(phasesOf(world, [...ids, release])).toEqual(["ended", "ended", "ended"]);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("is not the requester's, who withdraws it", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world, [eve, ann]);
    if (one === undefined || other === undefined) throw new Error("Nothing was opened");

    expect(await world.clickOn(one, eve, denyIt)).toEqual({
      kind: "refused",
      refusal: "own-request",
    });
    expect(await world.clickOn(one, eve, { kind: "withdraw" })).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(requestOf(world, theRelease(world).id).members).toEqual([other]);
  });

  it("is refused for the release as a whole", async () => {
    const world = together();
    await openAtOnce(world);

    expect(await world.clickOn(theRelease(world).id, ben, denyIt)).toEqual({
      kind: "refused",
      refusal: "one-of-a-release",
    });
  });

  it("comes too late once the activation is handed over", async () => {
    const world = together({ hands: { ...allBy("runner"), activate: "person" } });
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    await approveCard(world, theRelease(world).id, ben);
    await run(world);

    expect(await world.clickOn(one, eve, denyIt)).toEqual({
      kind: "refused",
      refusal: "too-late-to-deny",
    });
    expect(await world.clickOn(one, ann, { kind: "withdraw" })).toEqual({
      kind: "refused",
      refusal: "activating-already",
    });
  });

  it("counts until then, and what was approved is asked for again", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    if (one === undefined || other === undefined) throw new Error("Nothing was opened");
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);

    expect(await world.clickOn(one, eve, denyIt)).toMatchObject({ kind: "accepted" });
    await run(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(requestOf(world, release)).toMatchObject({
      members: [other],
      phase: { kind: "waiting-for-approval", given: [] },
    });
  });
});
