import { describe, expect, it } from "vitest";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, dan, eve } from "../../support/data/people.ts";
import {
  approveCard,
  aRawOf,
  eventsOf,
  openAs,
  openAtOnce,
  phasesOf,
  releasesIn,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

describe("requests that come to their activation together", () => {
  it("take one click and one activation, and each is verified", async () => {
    const world = together();
    const ids = await openAtOnce(world, [ann, ann, ann]);
    const release = theRelease(world);
    expect(ids.map((id) => requestOf(world, id).phase)).toMatchObject(
      ids.map(() => ({ kind: "waiting-for-release", release: release.id })),
    );

    expect(await approveCard(world, release.id, ben)).toMatchObject({ kind: "accepted" });
    await run(world);

    expect(world.workday.tenant.activations).toHaveLength(1);
    for (const id of [...ids, release.id]) {
      expect(requestOf(world, id).phase).toEqual({ kind: "done" });
      expect(requestOf(world, id).facts.verification?.outcome).toBe("verified");
    }
  });

  it("are written down as approved each, by whom and where", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);

    for (const id of [one, other]) {
      if (id === undefined) throw new Error("Nothing was opened");
      expect(eventsOf(world, id, "approved")).toMatchObject([{ by: ben, release }]);
      expect(requestOf(world, id).approvedBefore).toEqual([ben]);
    }
    expect(eventsOf(world, release, "approved")).toMatchObject([{ countsFor: [one, other] }]);
  });

  it("name themselves in the comment of the one activation, after the release", async () => {
    const world = together();
    const ids = await openAtOnce(world);
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);
    await run(world);

    expect(world.workday.tenant.activations).toEqual([
      `${release}: everything that is pending, as approved. Releases ${ids.join(", ")}.`,
    ]);
  });

  it("keep one's own card where one comes alone", async () => {
    const world = together();
    const [id] = await openAtOnce(world, [ann]);
    if (id === undefined) throw new Error("Nothing was opened");

    expect(releasesIn(world)).toEqual([]);
    expect(await approveCard(world, id, ben)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(requestOf(world, id).phase).toEqual({ kind: "done" });
  });

  it("each have a card of their own where the tenant says so", async () => {
    const world = together();
    world.configure((place) => {
      const { releases: _together, ...tenant } = place.tenant;
      return { ...place, tenant };
    });
    const ids = await openAtOnce(world);

    expect(phasesOf(world, ids)).toEqual(["waiting-for-approval", "waiting-for-approval"]);
  });
});

describe("who asked for one request of a release", () => {
  it("has no voice on it, and one on the others", async () => {
    const world = together();
    const ids = await openAtOnce(world, [ann, eve]);
    const { id: release } = theRelease(world);

    expect(await approveCard(world, release, eve)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(world.workday.tenant.activations).toEqual([]);
    expect(eventsOf(world, release, "approved")).toMatchObject([{ by: eve, countsFor: [ids[0]] }]);
    expect(await approveCard(world, release, eve)).toEqual({
      kind: "refused",
      refusal: "approved-already",
    });

    expect(await approveCard(world, release, ben)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });

  it("has none at all where all of them are theirs", async () => {
    const world = together();
    await openAtOnce(world, [eve, eve]);
    const { id: release } = theRelease(world);

    // Of what nobody asked for there is nothing.
    expect(await approveCard(world, release, eve)).toMatchObject({ kind: "refused" });
    await run(world);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("accepts what somebody else left in the tenant, which lets nothing of theirs go live", async () => {
    const world = together();
    world.workday.tenant.addPending(foreignChange);
    await openAtOnce(world, [eve, eve]);
    const { id: release } = theRelease(world);

    expect(await approveCard(world, release, eve)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(eventsOf(world, release, "approved")).toMatchObject([{ countsFor: [release] }]);
    expect(world.workday.tenant.activations).toEqual([]);
  });
});

describe("a release whose card is out", () => {
  it("is asked for again where somebody else's change came in between", async () => {
    const world = together();
    await openAtOnce(world);
    const { id: release } = theRelease(world);
    world.workday.tenant.addPending(foreignChange);

    expect(await approveCard(world, release, ben)).toMatchObject({ kind: "voided" });
    await run(world);
    expect(world.workday.tenant.activations).toEqual([]);
    expect(requestOf(world, release).phase).toMatchObject({
      asked: { parts: [{ needed: 1 }, { needed: 1 }, { request: release, needed: 1 }] },
    });
    expect(await approveCard(world, release, ben)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is asked for again where another made the same change since", async () => {
    const world = together();
    await openAtOnce(world);
    const { id: release } = theRelease(world);
    const { tenant } = world.workday;
    const [change] = tenant.pending();
    if (change === undefined) throw new Error("Nothing is pending");
    tenant.dropPending(change);
    tenant.addPending({ ...change, changedBy: "mallory" });

    expect(await approveCard(world, release, ben)).toMatchObject({ kind: "voided" });
  });

  it("lets nothing more be made pending until its outcome, and newcomers come next", async () => {
    const world = together();
    await openAtOnce(world);
    const { id: release } = theRelease(world);
    const newcomer = await openAs(world, ann, aRawOf("Late"));
    await run(world);
    expect(requestOf(world, newcomer).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [release],
    });
    expect(requestOf(world, newcomer).begun).not.toContain("grant-permissions");

    await approveCard(world, release, ben);
    await run(world);

    expect(requestOf(world, release).phase).toEqual({ kind: "done" });
    expect(requestOf(world, newcomer).phase.kind).toBe("waiting-for-approval");
    await approveCard(world, newcomer, ben);
    await run(world);
    expect(requestOf(world, newcomer).phase).toEqual({ kind: "done" });
  });

  it("expires with its requests, and what they changed is taken back", async () => {
    const world = together();
    const ids = await openAtOnce(world);
    world.clock.goOn(73 * hourMs);
    await world.sweep();
    await run(world);

    expect(phasesOf(world, [...ids, theRelease(world).id])).toEqual(["ended", "ended", "ended"]);
    expect(ids.map((id) => requestOf(world, id).closing?.kind)).toEqual(["expired", "expired"]);
    expect(world.workday.tenant.pending()).toEqual([]);
  });
});

describe("a release by a person's hand", () => {
  it("is started, done and looked at once, and its requests go on", async () => {
    const world = together({ hands: { ...allBy("runner"), activate: "person" } });
    const ids = await openAtOnce(world);
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);
    await run(world);

    expect(await world.clickOn(release, dan, { kind: "start", step: "activate" })).toMatchObject({
      kind: "accepted",
    });
    const step = requestOf(world, release).plan.find(({ name }) => name === "activate");
    if (step === undefined || !("task" in step)) throw new Error("Nothing is activated");
    world.workday.tenant.perform(step.task);
    await world.clickOn(release, dan, { kind: "report-done", step: "activate" });
    await run(world);

    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });
});
