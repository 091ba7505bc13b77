import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { gatherMs } from "../../../src/flows/release/decide-turn.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aPendingChange } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { edit } from "../../support/scenes/edits.ts";
import {
  approveCard,
  aRawOf,
  openAs,
  openAtOnce,
  releasesIn,
  requestOf,
  run,
} from "../../support/scenes/releases.ts";

async function letPass(world: World, hours: number): Promise<void> {
  for (let passed = 0; passed < hours; passed += 1) {
    world.clock.goOn(hourMs);
    await world.sweep();
    await run(world);
  }
}

const byHand = { ...allBy("runner"), "grant-permissions": "person" } as const;

function taskOf({ plan }: Request): Parameters<World["workday"]["tenant"]["perform"]>[0] {
  const step = plan.find(({ name }) => name === "grant-permissions");
  if (step === undefined || !("task" in step)) throw new Error("Nothing is granted");
  return step.task;
}

function half(name: string): ReturnType<typeof aPendingChange> {
  return aPendingChange({ policy: "Badge Data", securityGroup: `ISSG_${name}` });
}

async function reportDone(world: World, id: RequestId): Promise<void> {
  await world.clickOn(id, dan, { kind: "report-done", step: "grant-permissions" });
  await run(world);
}

/** Of one, half of its permissions is pending, and those of the other are all made; each has a card of its own. */
async function handedOverEach(): Promise<{
  readonly world: World;
  readonly handed: RequestId;
  readonly other: RequestId;
}> {
  const world = createWorld({ tenant: aTenant({ hands: byHand }) });
  const [handed, other] = await openAtOnce(world);
  if (handed === undefined || other === undefined) throw new Error("Nothing was opened");
  world.workday.tenant.addPending(half("No0"));
  world.workday.tenant.perform(taskOf(requestOf(world, other)));
  await reportDone(world, other);
  return { world, handed, other };
}

describe("what a person has half made where each request has a card of its own", () => {
  it("is on no card of another request, which goes on when it is whole", async () => {
    const { world, handed, other } = await handedOverEach();
    expect(requestOf(world, other).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [handed],
    });
    await letPass(world, 2);
    expect(requestOf(world, other).phase.kind).toBe("waiting-for-release");

    world.workday.tenant.perform(taskOf(requestOf(world, handed)));
    await reportDone(world, handed);
    expect([handed, other].map((id) => requestOf(world, id).phase.kind)).toEqual([
      "waiting-for-approval",
      "waiting-for-approval",
    ]);
    expect(releasesIn(world)).toEqual([]);
  });

  it("is waited for no more when it is withdrawn, or its time is over", async () => {
    for (const end of ["withdrawn", "expired"] as const) {
      const { world, handed, other } = await handedOverEach();
      if (end === "withdrawn") await world.clickOn(handed, ann, { kind: "withdraw" });
      await run(world);
      // A task that nobody reports waits for as long as an approval; who waits for it loses no time by that.
      await letPass(world, end === "withdrawn" ? 1 : 73);

      expect(requestOf(world, handed).closing?.kind).toBe(end);
      expect(requestOf(world, other).phase.kind).toBe("waiting-for-approval");
    }
  });

  it("holds what is not begun yet once somebody waits for longer than others may come", async () => {
    const { world, other } = await handedOverEach();
    world.clock.goOn(gatherMs);
    const late = await openAs(world, ann, aRawOf("Late"));
    await run(world);

    expect(requestOf(world, late).phase).toMatchObject({
      kind: "waiting-for-release",
      heldAt: "grant-permissions",
      for: [other],
    });
  });
});

const everyNight = {
  days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  from: "02:00",
  until: "03:00",
  timeZone: "UTC",
} as const;

describe("what becomes half made after another one's approval, before its change window opens", () => {
  it("is made whole, and the approvers are asked for both", async () => {
    const world = createWorld({ tenant: aTenant({ hands: byHand, releases: "together" }) });
    const raw = aRawOf("Half", { businessProcesses: "Hire: Initiate" });
    const handed = await openAs(world, ann, raw);
    const other = await openAs(world, ann, aRawOf("Other"));
    await run(world);
    world.workday.tenant.perform(taskOf(requestOf(world, other)));
    await reportDone(world, other);
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, changeWindows: [everyNight] },
    }));
    await approveCard(world, other, ben);
    await run(world);
    expect(requestOf(world, other).phase.kind).toBe("waiting-for-window");
    world.workday.tenant.perform(taskOf(requestOf(world, handed)));
    await reportDone(world, handed);
    expect(requestOf(world, handed).phase).toMatchObject({
      kind: "waiting-for-release",
      heldAt: "grant-business-processes",
      for: [other],
    });

    await letPass(world, 24);

    expect(requestOf(world, handed).finished).toContain("grant-business-processes");
    expect(world.workday.tenant.activations).toEqual([]);
    const [release] = releasesIn(world);
    expect(release?.phase.kind).toBe("waiting-for-approval");
    expect(release?.members).toEqual([handed, other]);
  });
});

const inOneGo = ["create-security-group", "add-group-member", "grant-permissions"] as const;

/** Does all of a go in the tenant, and says so once. */
async function doAll(world: World, id: RequestId): Promise<void> {
  for (const step of requestOf(world, id).plan)
    if ("task" in step && inOneGo.some((name) => name === step.name))
      world.workday.tenant.perform(step.task);
  await world.clickOn(id, dan, { kind: "report-done", step: "create-security-group" });
  await run(world);
  // Where a runner comes in between, what comes after it is said by itself.
  if (requestOf(world, id).phase.kind === "waiting-for-person") await reportDone(world, id);
}

async function approvePlan(world: World, id: RequestId): Promise<void> {
  if (requestOf(world, id).phase.kind === "waiting-for-approval") await approveCard(world, id, ben);
  await run(world);
}

/** Two in a person's hands, whose tasks begin with what makes nothing pending: one is half made, the other whole. */
async function handedAsGo(): Promise<Awaited<ReturnType<typeof handedOverEach>>> {
  const more = { "create-security-group": "person", "add-group-member": "person" } as const;
  const hands = { ...byHand, ...more };
  const world = createWorld({ tenant: aTenant({ hands }) });
  const [handed, other] = await openAtOnce(world);
  if (handed === undefined || other === undefined) throw new Error("Nothing was opened");
  world.workday.tenant.addPending(half("No0"));
  await doAll(world, other);
  return { world, handed, other };
}

describe("what a person has half made in one go with the task that they were handed", () => {
  it("is waited for, though that one makes nothing pending", async () => {
    const { world, handed, other } = await handedAsGo();

    expect(requestOf(world, handed).phase).toMatchObject({ step: "create-security-group" });
    expect(requestOf(world, other).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [handed],
    });
  });

  it("is held by nobody once it is whole, since it is pending already", async () => {
    const { world, handed } = await handedAsGo();
    world.clock.goOn(gatherMs);
    const late = await openAs(world, ann, aRawOf("Late"));
    await run(world);
    await doAll(world, late);

    expect(requestOf(world, late).finished).toContain("grant-permissions");
    expect(requestOf(world, late).phase).toMatchObject({ heldAt: "approve", for: [handed] });
  });
});

describe.each([
  ["of the activation", {}],
  ["of the plan", { approvals: { needed: 1, neededWhenUnseen: 1, at: "plan" } }],
] as const)("what a person has half made in one go before an edit (approval %s)", (_of, rules) => {
  it.each(["reason", "domains", "no domains"] as const)(
    "is waited for: another %s",
    async (edited) => {
      const more = { "create-security-group": "person", "add-group-member": "person" } as const;
      const world = createWorld({ tenant: aTenant({ hands: { ...byHand, ...more }, ...rules }) });
      const [handed, other] = await openAtOnce(world);
      if (handed === undefined || other === undefined) throw new Error("Nothing was opened");
      for (const id of [handed, other]) await approvePlan(world, id);
      world.workday.tenant.addPending(half("No0"));
      const step = "create-security-group";
      await world.clickOn(handed, dan, { kind: "report-refused", step, why: "No access" });
      await run(world);
      const changed = {
        reason: { reason: "Another" },
        domains: { domains: { Get: "Badge Data\nPayroll", Put: "", View: "", Modify: "" } },
        "no domains": { domains: { Get: "", Put: "Payroll", View: "", Modify: "" } },
      }[edited];
      expect(await edit(world, aRawOf("No0", changed), { request: handed })).toMatchObject({
        kind: "accepted",
      });
      await doAll(world, other);

      expect(requestOf(world, other).phase).toMatchObject({
        kind: "waiting-for-release",
        for: [handed],
      });
      world.clock.goOn(2 * gatherMs);
      await approvePlan(world, handed);
      await doAll(world, handed);
      expect([handed, other].map((id) => requestOf(world, id).phase.kind)).toEqual([
        "waiting-for-approval",
        "waiting-for-approval",
      ]);
    },
  );
});

describe("what a person takes back where each request has a card of its own", () => {
  it("is named on another one's card, which does not wait for that", async () => {
    const hands = { ...allBy("runner"), "revoke-permissions": "person" } as const;
    const world = createWorld({ tenant: aTenant({ hands }) });
    const gone = await openAs(world, ann, aRawOf("Gone"));
    await run(world);
    await world.clickOn(gone, ann, { kind: "withdraw" });
    await run(world);
    expect(requestOf(world, gone).phase.kind).toBe("waiting-for-person");
    const next = await openAs(world, ann, aRawOf("Next"));
    await run(world);

    expect(requestOf(world, next).phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { others: [{ id: gone, standing: "withdrawn" }] },
    });
  });
});

describe.each([
  ["together", { releases: "together" }],
  ["each", {}],
] as const)("what a person had half made and took back (releases: %s)", (_mode, rules) => {
  it("is looked at again, and waited for no more", async () => {
    const world = createWorld({ tenant: aTenant({ hands: byHand, ...rules }) });
    const [handed, other] = await openAtOnce(world);
    if (handed === undefined || other === undefined) throw new Error("Nothing was opened");
    world.workday.tenant.addPending(half("No0"));
    world.workday.tenant.perform(taskOf(requestOf(world, other)));
    await reportDone(world, other);
    const told = world.store.peekStory(other).length;
    world.mishaps.fail("workday.readPendingChanges", { kind: "unreachable" });
    await letPass(world, 1);
    world.mishaps.clear();
    await letPass(world, 1);
    expect(requestOf(world, other).phase).toMatchObject({ for: [handed] });
    expect(world.store.peekStory(other)).toHaveLength(told);

    world.workday.tenant.dropPending(half("No0"));
    await letPass(world, 1);

    expect(requestOf(world, handed).phase.kind).toBe("waiting-for-person");
    expect(requestOf(world, other).phase.kind).toBe("waiting-for-approval");
  });
});
