import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann, bea, ben, cy, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { edit, keepEdit } from "../../support/scenes/edits.ts";
import { aRawOf, openAs } from "../../support/scenes/releases.ts";

const plans = aTenantOfPlans();

/** A request whose plan waits for its approver: nothing of it is made. */
async function atPlan(tenant: Tenant = plans): Promise<World> {
  const world = createWorld({ tenant });
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  return world;
}

const another = aRawDraft({ userName: "ISU_Learning", groupName: "ISSG_Learning" });

function refused(refusal: Extract<Reply, { kind: "refused" }>["refusal"]): Reply {
  return { kind: "refused", refusal };
}

async function holder(world: World, userName: string): Promise<string | undefined> {
  return world.store.findReservation({ tenant: world.tenant.name, userName });
}

describe("an edit of a plan that waits for its approver", () => {
  it("makes it another plan of the same request, whose approval makes what was edited and nothing else", async () => {
    const world = await atPlan();
    const before = world.shownDigest();

    const reply = await edit(world, another);

    expect(reply).toMatchObject({ kind: "accepted", request: { id: world.id, edits: 1 } });
    expect(world.request().phase).toMatchObject({ asked: { step: "approve-plan" } });
    expect(world.shownDigest()).not.toBe(before);
    expect(world.events().find(({ kind }) => kind === "edited")).toMatchObject({
      by: ann,
      kept: [],
      changes: ["user name: ISU_Viva → ISU_Learning", "group name: ISSG_Viva → ISSG_Learning"],
    });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(world.workday.users().map(({ userName }) => userName)).toEqual(["ISU_Learning"]);
    expect(world.workday.tenant.groups().map(({ name }) => name)).toEqual(["ISSG_Learning"]);
  });

  it("takes its new names and gives back those that it had", async () => {
    const world = await atPlan();

    await edit(world, another);

    expect(await holder(world, "ISU_Learning")).toBe(world.id);
    expect(await holder(world, "ISU_Viva")).toBe(undefined);
    const { tenant } = world;
    const groups = { tenant: tenant.name, groupName: "ISSG_Viva" };
    expect(await world.store.findGroupReservation(groups)).toBe(undefined);
  });

  it("is no voice: a press on the card from before counts for nothing, also after an edit back", async () => {
    const world = await atPlan();
    const before = world.shownDigest();
    await edit(world, another);

    expect(await world.click(ben, { kind: "approve", digest: before })).toEqual(
      refused("outdated-card"),
    );
    await edit(world, aRawDraft());

    expect(await world.click(ben, { kind: "approve", digest: before })).toEqual(
      refused("outdated-card"),
    );
    expect(world.workday.users()).toEqual([]);
  });

  it("voids who had approved already, and asks as many again", async () => {
    const approvals = { needed: 2, neededWhenUnseen: 2, at: "plan" } as const;
    const world = await atPlan({ ...plans, approvals });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    await edit(world, another);

    expect(world.request().phase).toMatchObject({ asked: { needed: 2 }, given: [] });
    await world.click(bea, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(world.workday.users()).toEqual([]);
  });

  it("counts once of two that began at the same time", async () => {
    const world = await atPlan();
    const late = await keepEdit(world, aRawDraft({ reason: "Another one" }));
    await edit(world, another);

    expect(await world.click(ann, late)).toEqual(refused("edited-since"));
    expect(world.request()).toMatchObject({ edits: 1, draft: { userName: "ISU_Learning" } });
  });

  it("counts once however often it is pressed", async () => {
    const world = await atPlan();
    const command = await keepEdit(world, another);
    await world.click(ann, command);
    await world.work();

    expect(await world.click(ann, command)).toEqual(refused("edited-since"));
    expect(world.request().edits).toBe(1);
  });

  it.each<[who: string, by: PersonId]>([
    ["an approver", ben],
    ["another requester and doer", eve],
    ["a stranger", cy],
  ])("is not %s's", async (_who, by) => {
    const world = await atPlan();

    expect(await edit(world, another, { by })).toEqual(refused("not-the-requester"));
    expect(world.request().edits).toBe(0);
  });

  it("is of the draft that its requester typed for this very request, and of no other", async () => {
    const world = await atPlan();
    const theirs = await keepEdit(world, another, { by: eve });
    const other = await openAs(world, ann, aRawOf("Payroll"));
    await world.work();
    const ofOther = await keepEdit(world, aRawOf("Payroll"), { request: other });

    for (const command of [theirs, ofOther, { ...theirs, draft: world.id }])
      expect(await world.click(ann, command)).toEqual(refused("no-such-request"));
  });

  it("that changes nothing leaves the card as it is", async () => {
    const world = await atPlan();
    const before = world.shownDigest();

    expect(await edit(world, aRawDraft())).toEqual(refused("nothing-edited"));
    expect(world.shownDigest()).toBe(before);
  });

  it("is refused with the names of another request, and keeps its own", async () => {
    const world = await atPlan();
    await openAs(world, ann, aRawOf("Payroll"));
    await world.work();

    const reply = await edit(world, aRawDraft({ userName: "ISU_Payroll" }));

    expect(reply).toMatchObject({ kind: "not-opened", check: { kind: "problems" } });
    expect(await holder(world, "ISU_Viva")).toBe(world.id);
  });

  it("is refused where another request takes a name at the last moment", async () => {
    const world = await atPlan();
    const command = await keepEdit(world, aRawDraft({ userName: "ISU_Payroll" }));
    world.mishaps.meanwhile("workday.listIntegrationSystems", async () => {
      await openAs(world, eve, aRawOf("Payroll"));
    });

    expect(await world.click(ann, command)).toEqual(refused("names-taken"));
    expect(world.request()).toMatchObject({ edits: 0, draft: { userName: "ISU_Viva" } });
  });

  it("asks for a production tenant's name and for mixed names, as the opening does", async () => {
    const world = await atPlan();
    world.configure((place) => ({ ...place, tenant: { ...place.tenant, production: true } }));
    const command = await keepEdit(world, another);
    expect(await world.click(ann, command)).toEqual(refused("wrong-tenant-name"));
    const tenantTyped = world.tenant.name;

    expect(await world.click(ann, { ...command, tenantTyped })).toMatchObject({ kind: "accepted" });
    await world.work();
    const mixed = await keepEdit(world, aRawDraft({ groupName: "ISSG_Vivа" }));
    expect(await world.click(ann, { ...mixed, tenantTyped })).toEqual(refused("mixed-names"));
    const meant = { ...mixed, tenantTyped, areNamesMeant: true };
    expect(await world.click(ann, meant)).toMatchObject({ kind: "accepted" });
  });

  it("is not for who may ask no more", async () => {
    const world = await atPlan();
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, requesters: { people: [eve], groups: [] } },
    }));

    expect(await edit(world, another)).toEqual(refused("not-a-requester"));
  });

  it("is over with the request", async () => {
    const world = await atPlan();
    const command = await keepEdit(world, another);
    await world.click(ann, { kind: "withdraw" });
    await world.work();

    expect(await world.click(ann, command)).toEqual(refused("already-settled"));
  });

  it("waits while the bot or a person is at it", async () => {
    const world = createWorld({ tenant: { ...plans, hands: allBy("person") } });
    await world.open();
    const atWork = await keepEdit(world, another);
    expect(await world.click(ann, atWork)).toEqual(refused("cannot-edit-now"));

    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toMatchObject({ kind: "waiting-for-person" });
    expect(await edit(world, aRawDraft({ reason: "Another" }))).toEqual(refused("cannot-edit-now"));
  });

  it("is of every kind of request", async () => {
    const world = await atPlan();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    await world.openNext(aRawChange({ reason: "Once a year" }));
    await world.work();

    const reply = await edit(world, aRawChange({ reason: "It leaked", tell: [dan] }));

    expect(reply).toMatchObject({ kind: "accepted" });
    const [changes] = world.events().flatMap((one) => (one.kind === "edited" ? [one.changes] : []));
    expect(changes).toEqual(["reason: Once a year → It leaked", "tell: nothing → 1 named"]);
  });

  it("frees a request that is stuck before anything of it was begun", async () => {
    const world = createWorld({ tenant: plans });
    world.channels.become("gone");
    await world.open();
    expect((await world.work()).phase.kind).toBe("stuck");
    world.channels.become("open");

    await edit(world, another);

    expect(world.request().phase).toMatchObject({ asked: { step: "approve-plan" } });
  });

  it("is carried out once, wherever its process dies", async () => {
    const whole = await atPlan();
    const command = await keepEdit(whole, another);
    const from = whole.mishaps.passed();
    await whole.click(ann, command);
    await whole.work();
    const places = whole.mishaps.passed() - from;
    expect(places).toBeGreaterThan(3);

    for (let place = 1; place <= places; place += 1) {
      const world = await atPlan();
      const pressed = await keepEdit(world, another);
      world.mishaps.killAt(place);
      const reply = await world.click(ann, pressed);
      await world.work();

      expect(reply.kind).toBe("accepted");
      expect(world.events().map(({ kind }) => kind)).toEqual(
        whole.events().map(({ kind }) => kind),
      );
      expect(world.shownDigest()).toBe(whole.shownDigest());
    }
  });
});
