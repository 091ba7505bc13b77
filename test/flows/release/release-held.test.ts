import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { aPendingChange } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, dan, eve, fay } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  denyIt,
  eventsOf,
  openAs,
  openAtOnce,
  releasesIn,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

const runner = "runner.perform";

/** One request whose runner is away from its permissions on, and another one that comes to its activation by hand. */
async function halfMade(
  hands: Tenant["hands"] = allBy("runner"),
): Promise<{ readonly world: World; readonly stopped: RequestId; readonly waiting: RequestId }> {
  const world = together({ hands });
  const stopped = await openAs(world, ann, aRawOf("Stopped"));
  world.mishaps.fail(runner, { kind: "unreachable", from: 3 });
  await run(world);
  world.mishaps.clear();
  const waiting = await openAs(world, ann, aRawOf("Waiting"));
  await world.workOn((id) => id === waiting);
  world.mishaps.fail(runner, { kind: "unreachable" });
  return { world, stopped, waiting };
}

async function letPass(world: World, hours: number): Promise<void> {
  for (let passed = 0; passed < hours; passed += 1) {
    world.clock.goOn(hourMs);
    await world.sweep();
    await run(world);
  }
}

describe("what is half made, and whose runner is away", () => {
  it("holds the others, and is denied by an approver", async () => {
    const { world, stopped, waiting } = await halfMade();
    expect(requestOf(world, stopped).phase.kind).toBe("waiting-for-outside");
    expect(requestOf(world, waiting).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [stopped],
    });

    expect(await world.clickOn(stopped, cy, denyIt)).toMatchObject({ refusal: "not-an-approver" });
    expect(await world.clickOn(stopped, ben, denyIt)).toMatchObject({ kind: "accepted" });
    world.mishaps.clear();
    await run(world);

    expect(requestOf(world, stopped)).toMatchObject({
      closing: { kind: "denied", by: ben },
      phase: { kind: "ended" },
    });
    expect(requestOf(world, waiting).phase.kind).toBe("waiting-for-approval");
  });

  it("expires when a person's time would be over, and so does what takes it back", async () => {
    const { world, stopped, waiting } = await halfMade();

    await letPass(world, 71);
    expect(requestOf(world, stopped).closing).toBeUndefined();
    await letPass(world, 2);
    expect(requestOf(world, stopped).closing).toEqual({ kind: "expired" });
    expect(requestOf(world, waiting).phase.kind).toBe("waiting-for-release");
    await letPass(world, 73);

    expect(requestOf(world, stopped).gaveUp).toContain("revoke-permissions");
    expect(requestOf(world, waiting).phase.kind).toBe("waiting-for-approval");
  });

  it("is denied no more once its activation was handed over", async () => {
    const world = together();
    const id = await openAs(world, ann, aRawOf("One"));
    await run(world);
    world.mishaps.fail(runner, { kind: "unreachable" });
    await approveCard(world, id, ben);
    await run(world);
    expect(requestOf(world, id).phase).toMatchObject({
      kind: "waiting-for-outside",
      step: "activate",
    });

    expect(await world.clickOn(id, ben, denyIt)).toMatchObject({ refusal: "too-late-to-deny" });
  });
});

describe("an outage of Workday", () => {
  it("ends nothing that is half made: without it nobody can do anything", async () => {
    const world = together({ hands: allBy("implementation") });
    const id = await openAs(world, ann, aRawOf("One"));
    world.mishaps.fail("implementation.listDomains", { kind: "unreachable" });
    await run(world);
    expect(requestOf(world, id).phase).toMatchObject({ outside: "Workday" });

    await letPass(world, 100);
    expect(requestOf(world, id).closing).toBeUndefined();
  });
});

const byHand = { ...allBy("runner"), "grant-permissions": "person" } as const;

function taskOf({ plan }: Request): Parameters<World["workday"]["tenant"]["perform"]>[0] {
  const step = plan.find(({ name }) => name === "grant-permissions");
  if (step === undefined || !("task" in step)) throw new Error("Nothing is granted");
  return step.task;
}

/** One that a person has been handed, and another whose permissions are all made. */
async function handedOver(): Promise<{
  readonly world: World;
  readonly handed: RequestId;
  readonly other: RequestId;
}> {
  const world = together({ hands: byHand });
  const [handed, other] = await openAtOnce(world);
  if (handed === undefined || other === undefined) throw new Error("Nothing was opened");
  return { world, handed, other };
}

function half(name: string): ReturnType<typeof aPendingChange> {
  return aPendingChange({ policy: "Badge Data", securityGroup: `ISSG_${name}` });
}

async function reportDone(world: World, id: RequestId): Promise<void> {
  await world.clickOn(id, dan, { kind: "report-done", step: "grant-permissions" });
  await run(world);
}

describe("what a person has half made", () => {
  it("is waited for, on no card, and goes live together with who waited", async () => {
    const { world, handed, other } = await handedOver();
    world.workday.tenant.addPending(half("No0"));
    world.workday.tenant.perform(taskOf(requestOf(world, other)));
    await reportDone(world, other);
    await letPass(world, 2);

    expect(requestOf(world, other).phase).toMatchObject({
      kind: "waiting-for-release",
      for: [handed],
    });
    await reportDone(world, handed);
    expect(theRelease(world).members?.toSorted()).toEqual([handed, other].toSorted());
  });

  it("is not waited for where nothing of it is pending", async () => {
    const { world, other } = await handedOver();
    world.workday.tenant.perform(taskOf(requestOf(world, other)));
    await reportDone(world, other);

    expect(requestOf(world, other).phase.kind).toBe("waiting-for-approval");
  });

  it("is waited for when it comes after the card, which is void", async () => {
    const { world, handed, other } = await handedOver();
    world.workday.tenant.perform(taskOf(requestOf(world, other)));
    await reportDone(world, other);
    world.workday.tenant.addPending(half("No0"));

    expect(await approveCard(world, other, ben)).toMatchObject({ kind: "voided" });
    await run(world);
    expect(requestOf(world, other).phase).toMatchObject({ for: [handed] });
    expect(world.workday.tenant.activations).toEqual([]);
  });
});

describe("a release that cannot look at what is pending", () => {
  it.each(["unreachable", "denied"] as const)(
    "keeps its requests, and its place: %s",
    async (kind) => {
      const world = together();
      const ids = [
        await openAs(world, ann, aRawOf("One")),
        await openAs(world, ann, aRawOf("Two")),
      ];
      await world.workOn((id) => ids.includes(id));
      const { id: release } = theRelease(world);
      world.mishaps.fail("workday.readPendingChanges", { kind });
      await run(world);
      world.mishaps.clear();
      const standing = kind === "denied" ? "stuck" : "waiting-for-outside";
      expect(requestOf(world, release).phase.kind).toBe(standing);

      const late = await openAs(world, ann, aRawOf("Late"));
      await world.workOn((id) => id === late);
      expect(requestOf(world, late).phase).toMatchObject({
        kind: "waiting-for-release",
        for: [release],
      });
      await world.clickOn(release, dan, { kind: "retry" });
      await run(world);

      expect(releasesIn(world).map(({ id }) => id)).toEqual([release]);
      expect(requestOf(world, release).phase.kind).toBe("waiting-for-approval");
    },
  );
});

describe("those on the second list, once a release has been escalated", () => {
  it("deny a request of it, and nobody before", async () => {
    const escalation = { afterMs: hourMs, approvers: { people: [cy], groups: [] } };
    const world = together({ ...aTenant(), releases: "together", escalation });
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    expect(await world.clickOn(one, cy, denyIt)).toMatchObject({ refusal: "not-an-approver" });

    await letPass(world, 2);
    expect(eventsOf(world, theRelease(world).id, "escalated")).toHaveLength(1);
    expect(await world.clickOn(one, cy, denyIt)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(requestOf(world, one).phase).toEqual({ kind: "ended" });
  });
});

describe("a delegate of an approver with a hand in one request of a release", () => {
  it("is mentioned for the other requests", async () => {
    const { delegation } = delegating();
    const world = together({ ...(delegation && { delegation }) });
    await world.deps.delegations.keep(
      aDelegation({ id: delegationId, by: eve }),
      world.clock.now(),
    );
    await openAtOnce(world, [eve, ann]);
    expect(requestOf(world, theRelease(world).id).phase).toMatchObject({
      standIns: [{ by: fay, for: eve }],
    });
  });

  it("is mentioned for nothing where that one has a hand in all of it", async () => {
    const { delegation } = delegating();
    const world = together({ ...(delegation && { delegation }) });
    await world.deps.delegations.keep(
      aDelegation({ id: delegationId, by: eve }),
      world.clock.now(),
    );
    await openAtOnce(world, [eve, eve]);
    expect(requestOf(world, theRelease(world).id).phase).not.toHaveProperty("standIns");
  });
});
