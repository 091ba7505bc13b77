import { describe, expect, it } from "vitest";
import { type PersonId, theRest } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  eventsOf,
  openAtOnce,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

/** The tenant's own approver is Ben; those of the recipe are Cy and Dan, of whom one is enough. */
const rules = { approvers: { people: [cy, dan], groups: [] } };
const byRecipe: Partial<Tenant> = {
  approvers: { people: [ben], groups: [] },
  perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
  workdayAccounts: { [ben]: "bcole", [cy]: "cyoung", runner: "rpa-runner" },
};

/** Filled from no recipe: the tenant's own rules. */
const blank = aRawOf("Next", { recipe: "" });

async function atCard({
  tenant = byRecipe,
  pending = [],
  ...options
}: {
  readonly tenant?: Partial<Tenant>;
  readonly pending?: readonly PendingChange[];
  readonly hasReports?: boolean;
  readonly maker?: string;
  readonly raw?: NonNullable<WorldOptions["raw"]>;
} = {}): Promise<World> {
  const { maker, ...worldly } = options;
  const world = createWorld({ ...worldly, tenant: aTenant(tenant) });
  for (const change of pending) world.workday.tenant.addPending(change);
  world.workday.tenant.workAs(maker ?? "rpa-runner");
  await world.open();
  await world.work();
  return world;
}

function press(world: World, by: PersonId): ReturnType<World["click"]> {
  return world.click(by, { kind: "approve", digest: world.shownDigest() });
}

function approvals(world: World): readonly Event[] {
  return world.events().filter(({ kind }) => kind === "approved");
}

const ofBob = { ...foreignChange, changedBy: "bbaker" };

describe("somebody else's changes on the card of a request with a recipe's approvers", () => {
  it("are accepted by the tenant's own approvers, and never by the recipe's", async () => {
    const world = await atCard({ pending: [ofBob] });
    expect(world.request().phase).toMatchObject({
      asked: {
        parts: [
          { request: world.id, needed: 1 },
          { request: theRest, needed: 1 },
        ],
      },
    });

    expect(await press(world, cy)).toMatchObject({ kind: "accepted" });
    expect(await press(world, dan)).toMatchObject({ kind: "accepted" });
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);

    expect(await press(world, ben)).toMatchObject({ kind: "accepted" });
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(approvals(world)).toMatchObject([
      { by: cy, countsFor: [world.id] },
      { by: dan, countsFor: [world.id] },
      { by: ben, countsFor: [theRest] },
    ]);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("do not let the tenant's own approvers decide the recipe's part", async () => {
    const world = await atCard({ pending: [ofBob] });

    await press(world, ben);
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(await press(world, ben)).toEqual({ kind: "refused", refusal: "approved-already" });
    await press(world, cy);

    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("need nobody else where nothing of theirs is pending", async () => {
    const world = await atCard();

    expect(world.request().phase).not.toHaveProperty("asked.parts");
    await press(world, cy);
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(approvals(world)).toMatchObject([{ by: cy }]);
  });

  it("may be there where nobody sees what is pending", async () => {
    const world = await atCard({ hasReports: false });

    await press(world, cy);
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    await press(world, ben);
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("are in the tenant's own number, and in that for what nobody sees where their maker is nobody's account", async () => {
    const counts = { approvals: { needed: 1, neededWhenUnseen: 3 } };
    const known = await atCard({
      tenant: { ...byRecipe, ...counts },
      pending: [{ ...foreignChange, changedBy: "CYoung" }],
    });
    const unknown = await atCard({ tenant: { ...byRecipe, ...counts }, pending: [ofBob] });

    expect(known.request().phase).toMatchObject({ asked: { needed: 1 } });
    expect(unknown.request().phase).toMatchObject({
      asked: { needed: 3, parts: [{ needed: 1 }, { request: theRest, needed: 3 }] },
    });
  });

  it("are not accepted any more by who is no approver by the hand-over", async () => {
    const world = await atCard({ pending: [ofBob] });
    await press(world, cy);
    await press(world, ben);
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, approvers: { people: [eve], groups: [] } },
    }));

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: ben, why: "not-an-approver" }],
    });
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("void a card that an earlier version posted, and are asked for again", async () => {
    const world = await atCard({ pending: [ofBob] });
    const { phase } = world.request();
    if (phase.kind !== "waiting-for-approval") throw new Error("No card");
    const { parts: _none, ...asked } = phase.asked;
    const event = { kind: "approval-asked", asked, unseen: [] } as const;
    await world.store.decide({ id: world.id, key: "before", now: world.clock.now() }, () =>
      ok([event]),
    );

    expect(await press(world, cy)).toMatchObject({ kind: "voided" });
    await world.work();
    expect(world.request().phase).toMatchObject({ asked: { parts: [{}, { request: theRest }] } });
    expect(approvals(world)).toEqual([]);
  });

  it("count for nothing that an earlier version took them for", async () => {
    const world = await atCard({ pending: [ofBob] });
    const digest = world.shownDigest();
    const { phase } = world.request();
    if (phase.kind !== "waiting-for-approval") throw new Error("No card");
    const { parts: _none, ...asked } = phase.asked;
    const events: readonly Event[] = [
      { kind: "approval-asked", asked, unseen: [] },
      { kind: "approved", by: cy, digest },
    ];
    await world.store.decide({ id: world.id, key: "before", now: world.clock.now() }, () =>
      ok(events),
    );
    // What picks up the work after the start of a new version.
    await world.sweep();

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);
  });
});

describe("a change of the request's own that another account made", () => {
  it("is not as approved: the tenant's own approvers accept it", async () => {
    const world = await atCard({ maker: "bbaker" });

    expect(world.request().phase).toMatchObject({ asked: { parts: [{}, { request: theRest }] } });
    await press(world, cy);
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
  });

  it("is accepted by nobody who asked for the request", async () => {
    const world = await atCard({
      tenant: { ...byRecipe, approvers: { people: [ann, ben], groups: [] } },
      maker: "bbaker",
    });

    await press(world, cy);
    expect(await press(world, ann)).toEqual({ kind: "refused", refusal: "has-a-hand" });
  });
});

describe("who made a change", () => {
  it("lets nothing of theirs go live, by their Workday account", async () => {
    const ofBen = { ...foreignChange, changedBy: "BCole" };
    const world = await atCard({
      tenant: { ...byRecipe, approvers: { people: [ben, eve], groups: [] } },
      pending: [ofBen],
    });

    expect(await press(world, ben)).toEqual({ kind: "refused", refusal: "has-a-hand" });
    await press(world, cy);
    await press(world, eve);
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("lets nothing of theirs go live where one kind of rules counts for all of it", async () => {
    const world = await atCard({
      tenant: { ...byRecipe, perRecipe: [], approvers: { people: [ben, eve], groups: [] } },
      pending: [{ ...foreignChange, changedBy: "bcole" }],
      raw: blank,
    });

    expect(await press(world, ben)).toEqual({ kind: "refused", refusal: "has-a-hand" });
    await press(world, eve);
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("is asked anew before the hand-over", async () => {
    const world = await atCard({
      tenant: { ...byRecipe, perRecipe: [] },
      pending: [ofBob],
      raw: blank,
    });
    await press(world, ben);
    // Ben takes Bob's change away, and makes the same again.
    world.workday.tenant.dropPending(ofBob);
    world.workday.tenant.addPending({ ...ofBob, changedBy: "bcole" });

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: ben, why: "has-a-hand" }],
    });
  });

  it("has no voice on it in a release either, and one on the requests", async () => {
    const world = together({ workdayAccounts: { [ben]: "bcole", runner: "rpa-runner" } });
    world.workday.tenant.addPending({ ...foreignChange, changedBy: "bcole" });
    const members = await openAtOnce(world);
    const { id } = theRelease(world);
    await approveCard(world, id, ben);
    await run(world);

    expect(eventsOf(world, id, "approved")).toMatchObject([{ by: ben, countsFor: members }]);
    expect(requestOf(world, id).phase.kind).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);
  });
});

describe("another request's changes on a card", () => {
  it("are approved by that request's own rules as well", async () => {
    const world = await atCard();
    const first = world.id;
    await world.openNext(blank);
    await world.work();
    expect(world.request().phase).toMatchObject({
      asked: {
        others: [{ id: first, rulesOf: "viva-learning" }],
        parts: [{ request: world.id }, { request: first }, { request: theRest }],
      },
    });

    await press(world, ben);
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    await press(world, dan);

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(approvals(world)).toMatchObject([
      { by: ben, countsFor: [world.id, theRest] },
      { by: dan, countsFor: [first] },
    ]);
  });
});
