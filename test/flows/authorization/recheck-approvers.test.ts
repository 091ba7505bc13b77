import { describe, expect, it } from "vitest";
import type { Standing } from "../../../src/flows/ports/directory.ts";
import type { PersonRefusal } from "../../../src/flows/request/refusal.ts";
import { like } from "../../bot/support/like.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, bea, ben, dan, eve, securityAdmins } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const byPeople = aTenant({ hands: allBy("person") });
const activatedByPerson = aTenant({ hands: { ...allBy("runner"), activate: "person" } });

/** A world in which Bea, who is in the group of approvers, has just approved. */
async function approvedByBea(tenant = aTenant()): Promise<World> {
  const world = createWorld({ tenant });
  await world.open();
  await world.work();
  await world.click(bea, { kind: "approve", digest: world.shownDigest() });
  return world;
}

describe("what an approval rests on", () => {
  it.each<[what: string, change: (world: World) => void, why: PersonRefusal]>([
    [
      "left the group",
      ({ directory }) => directory.setMembers(securityAdmins, []),
      "not-an-approver",
    ],
    ...(["guest", "deactivated", "foreign"] as const).map(
      (standing: Standing & PersonRefusal): [string, (world: World) => void, PersonRefusal] => [
        `is ${standing} by now`,
        ({ directory }) => directory.setStanding(bea, standing),
        standing,
      ],
    ),
  ])("is asked anew at the hand-over when who approved %s", async (_what, change, why) => {
    const world = await approvedByBea();
    change(world);

    const waiting = await world.work();

    expect(waiting.phase.kind).toBe("waiting-for-approval");
    expect(waiting.approval).toBeUndefined();
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: bea, why }],
    });
    expect(world.runner.orders.map(({ task }) => task.name)).not.toContain("activate");
    expect((await world.live()).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is asked anew before a person is handed the activation", async () => {
    const world = await approvedByBea(activatedByPerson);
    world.directory.setMembers(securityAdmins, []);

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
  });

  it("waits while Slack does not say, and goes on when it does", async () => {
    const world = await approvedByBea();
    world.mishaps.fail("directory.findStanding", { kind: "unreachable" });

    const waiting = await world.work();
    world.mishaps.clear();
    await world.click(ben, { kind: "retry" });
    const done = await world.live();

    expect(waiting.phase).toMatchObject({
      kind: "waiting-for-outside",
      step: "activate",
      outside: "Slack",
      words: like("Slack did not say"),
    });
    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });
});

describe("who has a hand in it", () => {
  it("does not approve what they carried out", async () => {
    const world = createWorld({ tenant: byPeople });
    await world.open();
    await world.work();
    world.workday.tenant.perform({ name: "create-security-group", groupName: "ISSG_Viva" });
    await world.click(eve, { kind: "report-done", step: "create-security-group" });
    await world.live(async () => {
      const digest = world.shownDigest();
      expect(await world.click(eve, { kind: "approve", digest })).toEqual({
        kind: "refused",
        refusal: "did-a-step",
      });
      return world.click(ben, { kind: "approve", digest });
    });

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.request().carriedOutBy).toEqual([eve, dan]);
  });

  it("does not activate what they approved", async () => {
    const world = createWorld({ tenant: activatedByPerson });
    await world.open();
    await world.work();
    await world.click(eve, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(await world.click(eve, { kind: "report-done", step: "activate" })).toEqual({
      kind: "refused",
      refusal: "approved-it",
    });
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("does not activate what rests on the plan that they approved", async () => {
    const hands = { ...allBy("runner"), activate: "person" } as const;
    const world = await withAccount({ tenant: aTenant({ hands }) });
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.work();
    await world.click(eve, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(await world.click(eve, { kind: "report-done", step: "activate" })).toEqual({
      kind: "refused",
      refusal: "approved-it",
    });
  });

  it("cleans up what they approved: nothing rests on it any more", async () => {
    const world = createWorld({ tenant: byPeople });
    await world.open();
    await world.live(async (digest) => {
      await world.click(eve, { kind: "approve", digest });
      await world.click(ann, { kind: "withdraw" });
      const cleaning = await world.work();
      expect(cleaning.phase).toMatchObject({ step: "revoke-permissions" });
      const done = { kind: "report-done", step: "revoke-permissions" } as const;
      expect((await world.click(eve, done)).kind).toBe("accepted");
    });

    expect(world.request().phase).toEqual({ kind: "ended" });
  });
});
