import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { describeEffect } from "../../../src/flows/wording/describe-effect.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy } from "../../support/data/a-tenant.ts";
import { aRawActivation } from "../../support/data/changes.ts";
import { ann, ben, dan, eve } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  denyIt,
  eventsOf,
  openAs,
  openAtOnce,
  phasesOf,
  releasesIn,
  requestOf,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

/** Lets everything go on that can, and fails where it never comes to rest. */
async function runToRest(world: World): Promise<void> {
  let looks = 0;
  await world.workOn(() => {
    looks += 1;
    if (looks > 500) throw new Error("It never comes to rest");
    return true;
  });
}

function happen(world: World, id: RequestId, event: Event): Promise<unknown> {
  return world.store.decide({ id, key: `test ${event.kind}`, now: world.clock.now() }, () =>
    ok([event]),
  );
}

function each(world: World): void {
  world.configure((place) => {
    const { releases: _together, ...tenant } = place.tenant;
    return { ...place, tenant };
  });
}

describe("requests whose changes an approved activation made live already", () => {
  it("ask each by themselves, and form no release after the other", async () => {
    const world = together();
    world.workday.tenant.addPending(foreignChange);
    const one = await openAs(world, ann, aRawOf("One"));
    const two = await openAs(world, ann, aRawOf("Two"));
    for (const id of [one, two])
      await happen(world, id, { kind: "step-begun", step: "grant-permissions" });
    const alone = world.random.requestId();
    await world.store.keepDraft(alone, { by: ann, raw: aRawActivation() });
    await world.clickOn(alone, ann, { kind: "open" });
    await world.workOn((id) => id === alone);
    expect(requestOf(world, alone).phase.kind).toBe("waiting-for-release");
    world.clock.goOn(1000);
    await runToRest(world);
    expect(requestOf(world, alone).phase.kind).toBe("waiting-for-approval");

    await approveCard(world, alone, eve);
    await runToRest(world);

    expect(world.workday.tenant.activations).toHaveLength(1);
    expect(releasesIn(world)).toEqual([]);
    expect(phasesOf(world, [alone, one, two]).toSorted()).toEqual([
      "done",
      "waiting-for-approval",
      "waiting-for-release",
    ]);
  });
});

describe("a release that waits when the configuration says so no more", () => {
  it("waits for what is half made all the same, and does nothing meanwhile", async () => {
    const world = together({ hands: { ...allBy("runner"), "revoke-permissions": "person" } });
    const [one] = await openAtOnce(world, [ann, ann, ann]);
    if (one === undefined) throw new Error("Nothing was opened");
    await world.clickOn(one, ben, denyIt);
    await runToRest(world);
    expect(requestOf(world, theRelease(world).id).phase.kind).toBe("waiting-for-release");
    each(world);
    await world.sweep();
    await runToRest(world);
    expect(requestOf(world, theRelease(world).id).phase.kind).toBe("waiting-for-release");

    const revoke = requestOf(world, one).plan.find(({ name }) => name === "revoke-permissions");
    if (revoke === undefined || !("task" in revoke)) throw new Error("Nothing is taken back");
    world.workday.tenant.perform(revoke.task);
    await world.clickOn(one, dan, { kind: "report-done", step: "revoke-permissions" });
    await runToRest(world);
    expect(requestOf(world, theRelease(world).id).phase.kind).toBe("waiting-for-approval");
  });
});

describe("what is pending for a group of a request, and was not asked for", () => {
  it("is accepted by nobody who asked for that request", async () => {
    const world = together();
    const [, other] = await openAtOnce(world, [eve, ann]);
    const { id: release } = theRelease(world);
    world.workday.tenant.addPending({ ...foreignChange, securityGroup: "ISSG_No0" });
    await approveCard(world, release, ben);
    await runToRest(world);
    await approveCard(world, release, eve);

    expect(eventsOf(world, release, "approved")).toMatchObject([{ by: eve, countsFor: [other] }]);
    await approveCard(world, release, ben);
    await runToRest(world);
    expect(requestOf(world, release).phase).toEqual({ kind: "done" });
  });

  it("is accepted by none of those who asked for any of them where nobody sees it", async () => {
    const world = together({}, { hasReports: false });
    const [, other] = await openAtOnce(world, [eve, ann]);
    const { id: release } = theRelease(world);
    await approveCard(world, release, eve);

    expect(eventsOf(world, release, "approved")).toMatchObject([{ by: eve, countsFor: [other] }]);
  });
});

describe("the activation of a release that somebody says is done", () => {
  it("is not believed while its changes are pending, whatever else came since", async () => {
    const world = together({ hands: { ...allBy("runner"), activate: "person" } });
    const ids = await openAtOnce(world);
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);
    await runToRest(world);
    await world.clickOn(release, dan, { kind: "start", step: "activate" });
    world.workday.tenant.addPending(foreignChange);

    expect(
      await world.clickOn(release, dan, { kind: "report-done", step: "activate" }),
    ).toMatchObject({ kind: "refused", refusal: "still-pending" });
    await runToRest(world);
    expect(phasesOf(world, ids)).toEqual(["waiting-for-release", "waiting-for-release"]);
  });
});

describe("what an approval of a release lets happen after the activation", () => {
  it("is shown with the request that asked for it", async () => {
    const authenticationPolicy = { name: "Integrations", allowedTypes: ["User Name Password"] };
    const world = together({ authenticationPolicy });
    await openAtOnce(world);
    const { phase, draft, plan } = theRelease(world);
    if (phase.kind !== "waiting-for-approval") throw new Error("It has no card");
    const { asked } = phase;
    const shown = listApproval({ draft, plan }, { asked, unseen: [], tenant: world.tenant });

    expect(JSON.stringify(shown)).toContain("in the authentication policies is activated");
    expect(describeEffect({ draft, plan }, world.tenant, asked)).toContain("what the card says");
  });
});

describe("a request that joins a release while somebody's click on it is looked at", () => {
  it.each([
    ["withdrawn", ann, { kind: "withdraw" }, "activating-already"],
    ["denied", ben, denyIt, "too-late-to-deny"],
  ] as const)("is not %s once that is being activated", async (_what, by, command, refusal) => {
    const world = together({ hands: { ...allBy("runner"), activate: "person" } });
    const slow = await openAs(world, ann, aRawOf("Slow"));
    const quick = await openAs(world, ann, aRawOf("Quick"));
    await world.workOn((id) => id !== slow);
    expect(requestOf(world, quick).phase).not.toHaveProperty("release");
    world.mishaps.meanwhile("directory.findStanding", async () => {
      await runToRest(world);
      await approveCard(world, theRelease(world).id, eve);
      await runToRest(world);
    });

    expect(await world.clickOn(quick, by, command)).toEqual({ kind: "refused", refusal });
  });
});
