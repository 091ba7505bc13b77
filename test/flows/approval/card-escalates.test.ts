import { describe, expect, it } from "vitest";
import { approversOf, listCalled } from "../../../src/flows/authorization/approvers.ts";
import { type PersonId, type RequestId, theRest } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { RecipeRules, Tenant } from "../../../src/flows/tenant/tenant.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ben, cy, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { aRawOf } from "../../support/scenes/releases.ts";

type Escalation = NonNullable<Tenant["escalation"]>;

function after(hours: number, ...people: readonly PersonId[]): Escalation {
  return { afterMs: hours * hourMs, approvers: { people, groups: [] } };
}

/** The tenant's own approver is Ben, and the recipe's is Cy; later more may decide. */
function withLater(ofRecipe: Escalation, ofTenant?: Escalation): Tenant {
  const rules: RecipeRules["rules"] = {
    approvers: { people: [cy], groups: [] },
    escalation: ofRecipe,
  };
  return aTenant({
    approvers: { people: [ben], groups: [] },
    ...(ofTenant && { escalation: ofTenant }),
    perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
    workdayAccounts: { [ben]: "bcole", runner: "rpa-runner" },
  });
}

async function atCard(tenant: Tenant, ...pending: readonly PendingChange[]): Promise<World> {
  const world = createWorld({ tenant });
  for (const change of pending) world.workday.tenant.addPending(change);
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  return world;
}

async function waitHours(world: World, hours: number): Promise<void> {
  world.clock.goOn(hours * hourMs);
  await world.sweep();
}

function press(world: World, by: PersonId): ReturnType<World["click"]> {
  return world.click(by, { kind: "approve", digest: world.shownDigest() });
}

function approvals(world: World): readonly Event[] {
  return world.events().filter(({ kind }) => kind === "approved");
}

/** Of which parts the second lists were called, each time. */
function calls(world: World): readonly (readonly RequestId[] | undefined)[] {
  return world.events().flatMap((event) => (event.kind === "escalated" ? [event.parts] : []));
}

const ofBob = { ...foreignChange, changedBy: "bbaker" };
const notYet = { kind: "refused", refusal: "not-an-approver" } as const;

describe("the second list of a part of a card", () => {
  it("decides on what is somebody else's when the tenant's own time has come, not the recipe's", async () => {
    const tenant = withLater(after(1, dan), after(24, eve));
    const world = await atCard(tenant, ofBob);
    await waitHours(world, 1);
    expect(world.request().isEscalated).toBe(true);
    expect(approversOf(world.request(), tenant).people).not.toContain(eve);

    expect(await press(world, eve)).toEqual(notYet);
    world.clock.goOn(23 * hourMs);
    expect(await press(world, eve)).toMatchObject({ kind: "accepted" });
    expect(await press(world, cy)).toMatchObject({ kind: "accepted" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(approvals(world)).toMatchObject([{ by: eve, countsFor: [theRest] }, { by: cy }]);
  });

  it("decides on another request when that one's time has come", async () => {
    const world = await atCard(withLater(after(30, dan), after(1, eve)));
    const first = world.id;
    await world.openNext(aRawOf("Next", { recipe: "" }));
    await world.work();
    await waitHours(world, 1);

    expect(await press(world, dan)).toEqual(notYet);
    expect(await press(world, eve)).toMatchObject({ kind: "accepted" });
    world.clock.goOn(29 * hourMs);
    expect(await press(world, dan)).toMatchObject({ kind: "accepted" });
    expect(approvals(world)).toMatchObject([
      { by: eve, countsFor: [world.id, theRest] },
      { by: dan, countsFor: [first] },
    ]);
  });

  it("is called when its own time has come, on a card that has escalated already, and once", async () => {
    const tenant = withLater(after(1, dan), after(24, eve));
    const world = await atCard(tenant, ofBob);
    for (let hour = 0; hour < 30; hour += 1) await waitHours(world, 1);

    expect(calls(world)).toEqual([[world.id], [theRest]]);
    expect(approversOf(world.request(), tenant).people).toEqual([cy, dan, ben, eve]);
    expect(listCalled(world.request(), tenant, [theRest]).people).toEqual([eve]);
    const { escalation: _second, ...plain } = tenant;
    expect(listCalled(world.request(), plain, [theRest]).people).toEqual([]);
  });

  it("is called before the card's own, which decides on nothing before its time", async () => {
    const tenant = withLater(after(24, dan), after(1, eve));
    const world = await atCard(tenant, ofBob);
    await waitHours(world, 1);
    expect(calls(world)).toEqual([[theRest]]);
    expect(approversOf(world.request(), tenant).people).toEqual([cy, ben, eve]);

    expect(await press(world, dan)).toEqual(notYet);
    const denial = { kind: "deny", digest: world.shownDigest(), reason: "No" } as const;
    expect(await world.click(dan, denial)).toEqual(notYet);
    expect(await press(world, eve)).toMatchObject({ kind: "accepted" });
    await waitHours(world, 23);
    expect(await press(world, dan)).toMatchObject({ kind: "accepted" });
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(listCalled(world.request(), tenant, [theRest]).people).toEqual([]);
  });

  it("is not called for a part that enough have approved", async () => {
    const world = await atCard(withLater(after(1, dan), after(24, eve)), ofBob);
    await press(world, ben);
    for (let hour = 0; hour < 30; hour += 1) await waitHours(world, 1);

    expect(calls(world)).toEqual([[world.id]]);
  });

  it("is called for the parts that an earlier version left out", async () => {
    const world = await atCard(withLater(after(1, dan), after(24, eve)), ofBob);
    const { phase } = world.request();
    if (phase.kind !== "waiting-for-approval") throw new Error("No card");
    const { expiresAt } = phase.asked;
    await world.store.decide({ id: world.id, key: "before", now: world.clock.now() }, () =>
      ok([{ kind: "escalated", expiresAt }]),
    );
    await waitHours(world, 24);

    expect(calls(world)).toEqual([undefined, [theRest]]);
  });

  it("decides on nothing of a part whose rules have none", async () => {
    const world = await atCard(withLater(after(1, dan)), ofBob);
    await waitHours(world, 1);

    expect(await press(world, dan)).toMatchObject({ kind: "accepted" });
    expect(approvals(world)).toMatchObject([{ by: dan, countsFor: [world.id] }]);
  });
});
