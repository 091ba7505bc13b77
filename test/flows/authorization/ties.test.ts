import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { ben, dan, eve, fay } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const refused = { kind: "refused", refusal: "has-a-hand" };
const approvers = { people: [ben, eve, fay], groups: [] };

/** Eve's request at its card, in a tenant whose approvers may delegate. */
async function ofEve(): Promise<World> {
  const workdayAccounts = { [dan]: "dlee" };
  const world = createWorld({ tenant: delegating({ approvers, workdayAccounts }) });
  await world.store.keepDraft(world.id, { by: eve, raw: aRawDraft() });
  await world.click(eve, { kind: "open" });
  await world.work();
  return world;
}

function delegate(world: World, by: PersonId, to: PersonId): Promise<void> {
  return world.deps.delegations.keep(aDelegation({ id: delegationId, by, to }), world.clock.now());
}

function approve(world: World, by: PersonId): ReturnType<World["click"]> {
  return world.click(by, { kind: "approve", digest: world.shownDigest() });
}

describe("an approver in their own right, where the requester is tied to them", () => {
  it("has no voice while they decide for the requester", async () => {
    const world = await ofEve();
    await delegate(world, eve, fay);

    expect(await approve(world, fay)).toEqual(refused);
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });

  it("has no voice while the requester decides for them", async () => {
    const world = await ofEve();
    await delegate(world, ben, eve);

    expect(await approve(world, ben)).toEqual(refused);
    await world.deps.delegations.end(delegationId, ben, world.clock.now());
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });

  it("is asked anew before the hand-over", async () => {
    const world = await ofEve();
    await approve(world, ben);
    await delegate(world, ben, eve);

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: ben, why: "has-a-hand" }],
    });
  });

  it("has no voice on what somebody tied to them changed", async () => {
    const world = createWorld({
      tenant: delegating({ approvers, workdayAccounts: { [eve]: "evans" } }),
    });
    world.workday.tenant.addPending({ ...foreignChange, changedBy: "evans" });
    await world.open();
    await world.work();
    await delegate(world, fay, eve);

    expect(await approve(world, eve)).toEqual(refused);
    expect(await approve(world, fay)).toEqual(refused);
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });
});
