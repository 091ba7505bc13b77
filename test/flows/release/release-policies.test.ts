import { describe, expect, it } from "vitest";
import { readSignOnOthers } from "../../../src/flows/inventory/read-others.ts";
import { type PersonId, type RequestId, theRest } from "../../../src/flows/model/ids.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant, aTenantOfPlans, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  eventsOf,
  openAs,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

const ofRecipe = { approvers: { people: [cy], groups: [] } };
const strict = {
  authenticationPolicy: { allowedTypes: ["User Name Password"] },
  approvers: { people: [ben], groups: [] },
  perRecipe: [{ recipe: "viva-learning", covers: "anything", rules: ofRecipe }],
} as const;

describe("the authentication policies of a request that was released", () => {
  it.each([true, false])("are activated by the approvals of it (seen: %s)", async (hasReports) => {
    const world = together(strict, { hasReports });
    world.workday.tenant.guardSignOn();
    const ids = await openAtOnce(world);
    const { id } = theRelease(world);
    await approveCard(world, id, cy);
    await run(world);
    // What else is pending in the authentication policies nobody sees: the tenant's own approvers answer for that.
    expect(requestOf(world, id).phase.kind).toBe("waiting-for-approval");
    await approveCard(world, id, ben);
    await run(world);

    expect(ids.flatMap((one) => eventsOf(world, one, "approval-lapsed"))).toEqual([]);
    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });

  it("are activated by an approval of the release's second list", async () => {
    const escalation = { afterMs: hourMs, approvers: { people: [eve], groups: [] } };
    const { perRecipe: _none, ...own } = strict;
    const world = together({ ...own, escalation });
    world.workday.tenant.guardSignOn();
    const ids = await openAtOnce(world);
    world.clock.goOn(hourMs);
    await world.sweep();
    await approveCard(world, theRelease(world).id, eve);
    await run(world);

    expect(ids.flatMap((one) => eventsOf(world, one, "approval-lapsed"))).toEqual([]);
    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });
});

describe("the authentication policies that a recipe's request activates", () => {
  it("are approved by the tenant's own approvers too, on the card of the activation", async () => {
    const world = createWorld({ tenant: aTenant(strict) });
    await world.open();
    await world.work();
    expect(world.request().phase).toMatchObject({
      asked: { pending: { kind: "seen" }, parts: [{ request: world.id }, { request: theRest }] },
    });

    await world.click(cy, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("are approved on the card of the plan where the activation follows from it", async () => {
    const tenant = aTenant({
      ...strict,
      approvals: { needed: 1, neededWhenUnseen: 1, at: "plan" },
      workdayAccounts: { runner: "rpa-runner" },
    });
    const world = createWorld({ tenant });
    world.workday.tenant.workAs("rpa-runner");
    await world.open();
    await world.work();
    expect(world.request().phase).toMatchObject({
      asked: { follows: true, parts: [{ request: world.id }, { request: theRest }] },
    });
    for (const by of [cy, ben]) {
      await world.click(by, { kind: "approve", digest: world.shownDigest() });
    }

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(eventsOf(world, world.id, "approval-followed")).toHaveLength(1);
  });

  it("are approved on the cards of plans whose activation follows together", async () => {
    const rules = { ...aTenantOfPlans(), ...strict };
    const world = together({ ...rules, releases: "together" });
    world.workday.tenant.workAs("rpa-runner");
    const ids = [await openAs(world, ann, aRawOf("One")), await openAs(world, ann, aRawOf("Two"))];
    await run(world);
    for (const id of ids) for (const by of [cy, ben]) await approveCard(world, id, by);
    await run(world);

    const { id } = theRelease(world);
    expect(phasesOf(world, [id, ...ids])).toEqual(["done", "done", "done"]);
    expect(eventsOf(world, id, "approval-asked")).toEqual([]);
    const [one, two] = ids;
    expect(eventsOf(world, id, "approval-followed")).toMatchObject([
      { given: [one, id, two, id].map((part) => ({ countsFor: [part] })) },
    ]);
  });

  it("are no part of a plan's card where the activation has a card of its own", async () => {
    const approvals = { needed: 1, neededWhenUnseen: 1, at: "both" } as const;
    const world = createWorld({ tenant: aTenant({ ...strict, approvals }) });
    await world.open();
    await world.work();

    expect(world.request().phase).toMatchObject({ asked: { pending: { kind: "not-activated" } } });
    expect(world.request().phase).not.toHaveProperty("asked.parts");
  });

  it("are not activated by an approval that an earlier version took from the recipe's approvers", async () => {
    const world = createWorld({ tenant: aTenant(strict) });
    await world.open();
    await world.work();
    await approveWithoutParts(world, cy);
    await world.sweep();
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("are not activated any more by who has a hand in what else may be pending there", async () => {
    const approvers = { people: [ben, eve], groups: [] };
    const hands = {
      ...allBy("runner"),
      "allow-in-authentication-policy": "person",
      "remove-from-authentication-policy": "person",
    } as const;
    const requesters = { people: [ann, ben], groups: [] };
    const world = createWorld({ tenant: aTenant({ ...strict, requesters, approvers, hands }) });
    await world.open();
    await world.work();
    for (const by of [cy, ben]) {
      await world.click(by, { kind: "approve", digest: world.shownDigest() });
    }
    const first = world.id;
    expect((await world.work()).phase.kind).toBe("waiting-for-person");
    // Ben asks for another one, which is taken back once its group is allowed in the policy.
    const other = await openAs(world, ben, aRawOf("Other"));
    await run(world);
    for (const by of [cy, eve]) await approveCard(world, other, by);
    await run(world);
    const step = "allow-in-authentication-policy";
    await world.clickOn(other, dan, { kind: "report-refused", step, why: "Half of it" });
    expect(await readHalfDone(world, first, other)).toEqual([]);
    expect(await readHalfDone(world, first, other, { isApproved: false })).toMatchObject([
      { id: other },
    ]);
    await world.clickOn(other, ben, { kind: "withdraw" });
    await run(world);
    await world.clickOn(first, dan, { kind: "report-done", step });
    await run(world);

    expect(requestOf(world, first).phase).toMatchObject({
      asked: {
        pending: { kind: "authentication-policies" },
        parts: [{ request: first }, { request: other }, { request: theRest }],
      },
    });
    await approveCard(world, first, cy);
    expect(await approveCard(world, first, ben)).toEqual({
      kind: "refused",
      refusal: "has-a-hand",
    });
    await approveCard(world, first, eve);
    await run(world);
    expect(requestOf(world, first).phase).toEqual({ kind: "done" });
  });
});

/** What a version recorded that had no part for what nobody sees. */
async function approveWithoutParts(world: World, by: PersonId): Promise<void> {
  const { phase } = world.request();
  if (phase.kind !== "waiting-for-approval") throw new Error("No card");
  const { parts: _none, ...asked } = phase.asked;
  await world.store.decide({ id: world.id, key: "before", now: world.clock.now() }, () =>
    ok([
      { kind: "approval-asked", asked, unseen: [] },
      { kind: "approved", by, digest: asked.digest },
    ]),
  );
}

describe("the authentication policies of a request whose card had parts", () => {
  it("are activated by the approvals of it, whatever else went live", async () => {
    const world = createWorld({ tenant: aTenant(strict) });
    world.workday.tenant.guardSignOn();
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await world.work();
    for (const by of [cy, ben]) {
      await world.click(by, { kind: "approve", digest: world.shownDigest() });
    }

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(eventsOf(world, world.id, "approval-lapsed")).toEqual([]);
  });

  it("are activated by the approvals of it where nobody sees what went live", async () => {
    const world = createWorld({ tenant: aTenant(strict), hasReports: false });
    world.workday.tenant.guardSignOn();
    await world.open();
    await world.work();
    for (const by of [cy, ben]) {
      await world.click(by, { kind: "approve", digest: world.shownDigest() });
    }

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(eventsOf(world, world.id, "approval-lapsed")).toEqual([]);
  });
});

/** Which others may have something pending there, where one is approved still or not any more. */
function readHalfDone(
  world: World,
  id: RequestId,
  other: RequestId,
  { isApproved = true } = {},
): ReturnType<typeof readSignOnOthers> {
  const found = requestOf(world, other);
  const { approval: _gone, ...voided } = found;
  const store = { ...world.store, listUnfinished: async () => [isApproved ? found : voided] };
  return readSignOnOthers({ ...world.deps, store }, requestOf(world, id));
}
