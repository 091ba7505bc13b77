import { describe, expect, it } from "vitest";
import { recheckApproval } from "../../../src/flows/approval/recheck-approval.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben, eve } from "../../support/data/people.ts";
import {
  approveCard,
  eventsOf,
  openAtOnce,
  requestOf,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

describe("what an approved release still is", () => {
  it("is not accepted by who has a hand, since, in a request whose group something else is for", async () => {
    const rules = { approvers: { people: [eve], groups: [] } };
    const world = together({
      approvers: { ...aTenant().approvers, people: [ben] },
      perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
    });
    world.workday.tenant.addPending({ ...foreignChange, securityGroup: "ISSG_No0" });
    const [first, second] = await openAtOnce(world);
    if (first === undefined) throw new Error("Nothing was opened");
    const { id } = theRelease(world);
    await approveCard(world, id, eve);
    await approveCard(world, id, ben);
    expect(eventsOf(world, id, "approved")).toMatchObject([
      { by: eve, countsFor: [first, second] },
      { by: ben, countsFor: [id] },
    ]);
    expect(await recheckApproval(world.deps, requestOf(world, id), "approve")).toBeUndefined();

    await world.store.decide({ id: first, key: "by hand", now: world.clock.now() }, () =>
      ok([{ kind: "step-finished", step: "grant-permissions", by: ben, facts: {} }]),
    );

    expect(await recheckApproval(world.deps, requestOf(world, id), "approve")).toEqual({
      kind: "approval-lapsed",
      why: { people: [{ person: ben, why: "has-a-hand" }] },
    });
  });

  it("is nothing that was approved where nobody approved it", async () => {
    const world = together();
    await openAtOnce(world);

    expect(await recheckApproval(world.deps, theRelease(world), "approve")).toMatchObject({
      kind: "approval-void",
    });
  });
});
