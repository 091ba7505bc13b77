import { describe, expect, it } from "vitest";
import type { ActivationEffects } from "../../../src/flows/model/activation-effects.ts";
import { watchActivations } from "../../../src/flows/watch/watch-activations.ts";
import { recordEffects } from "../../../src/flows/workflows/record-effects.ts";
import { aPendingChange, foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const byPerson = aTenant({ hands: { ...allBy("runner"), activate: "person" } });
const slipped = aPendingChange({ securityGroup: "HR Partners", policy: "Benefits" });
const none = { count: 0, lines: [] };

function liveOf(world: World): ActivationEffects | undefined {
  return world.events().find((event) => event.kind === "went-live")?.live;
}

function noticesOf({ watch }: World): readonly string[] {
  return watch.queued.map(({ matter }) => matter.kind);
}

/** A world in which a person has the activation, and it is approved with what others had pending. */
async function handed(options: WorldOptions = {}): Promise<World> {
  const world = createWorld({ tenant: byPerson, ...options });
  world.workday.tenant.addPending(foreignChange);
  await world.open();
  await world.work();
  await watchActivations(world.deps);
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  await world.click(dan, { kind: "start", step: "activate" });
  return world;
}

async function done(world: World, comment = world.id): Promise<World> {
  world.workday.tenant.perform({ name: "activate", comment });
  await world.click(dan, { kind: "report-done", step: "activate" });
  await world.work();
  await watchActivations(world.deps);
  await world.sweep();
  return world;
}

describe("what went live beside a request's own", () => {
  it("is told as the card showed it, and raises no alarm", async () => {
    const world = await done(await handed());

    expect(liveOf(world)).toEqual({
      kind: "seen",
      shown: { count: 1, lines: ["Get on Payroll for HR Partners"] },
      strange: none,
      gone: 0,
      uncompared: 0,
      isShared: false,
      seesProcesses: true,
    });
    expect(noticesOf(world)).toEqual([]);
    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it("is told item by item where it came after the hand-over, with one alarm", async () => {
    const world = await handed();
    world.workday.tenant.addPending(slipped);

    await done(world);
    await world.sweep();

    expect(liveOf(world)).toMatchObject({
      shown: { count: 1 },
      strange: { count: 1, lines: ["Get on Benefits for HR Partners"] },
    });
    expect(world.watch.queued).toMatchObject([
      { matter: { kind: "went-live", request: world.id, strange: { count: 1 }, gone: 0 } },
    ]);
    expect(world.request().facts.verification).toMatchObject({
      outcome: "different",
      items: [
        {
          kind: "too-much",
          words: "Get on Benefits for HR Partners went live, and nobody was shown it.",
        },
      ],
    });
  });

  it("is told of business processes, too, with the same alarm", async () => {
    const world = await handed();
    world.workday.tenant.addGroup("HR Partners");
    const hire = aPendingChange({
      kind: "business-process",
      securityGroup: "HR Partners",
      policy: "Hire",
      action: "Initiate",
      access: "",
    });
    world.workday.tenant.addPending(hire);

    await done(world);

    expect(liveOf(world)).toMatchObject({
      seesProcesses: true,
      strange: { count: 1, lines: ["the business process Hire for HR Partners"] },
    });
    expect(noticesOf(world)).toEqual(["went-live"]);
    expect(world.request().facts.verification?.outcome).toBe("different");
  });

  it("says nothing of business processes where their groups do not show", async () => {
    const world = await handed();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied", times: 99 });

    await done(world);

    expect(liveOf(world)).toMatchObject({ kind: "seen", strange: none });
    expect(liveOf(world)).not.toHaveProperty("seesProcesses");
  });

  it("is left to its own alarm where somebody else activated in between", async () => {
    const world = await handed();
    world.workday.tenant.addPending(slipped);
    world.workday.tenant.perform({ name: "activate", comment: "quick fix" });

    await done(world);

    expect(liveOf(world)).toMatchObject({ isShared: true, strange: { count: 1 } });
    expect(noticesOf(world)).toEqual(["activation"]);
  });

  it("is told of a runner's activation too", async () => {
    const world = createWorld();
    world.workday.tenant.addPending(foreignChange);
    await world.open();

    await world.live();

    expect(liveOf(world)).toMatchObject({ kind: "seen", shown: { count: 1 }, strange: none });
  });

  it("cannot be seen where the tenant has no report, and that is said once", async () => {
    const world = createWorld({ hasReports: false });
    await world.open();

    await world.live();

    expect(world.events().filter(({ kind }) => kind === "went-live")).toEqual([
      {
        kind: "went-live",
        live: { kind: "cannot-see", words: "The tenant has no report of what its groups may do." },
      },
    ]);
  });

  it("cannot be seen where the look before failed", async () => {
    const world = createWorld({ tenant: byPerson });
    await world.open();
    await world.work();
    world.mishaps.fail("workday.readGroupPermissions", { kind: "denied" });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    await world.click(dan, { kind: "start", step: "activate" });
    world.mishaps.clear();

    await done(world);

    expect(liveOf(world)?.kind).toBe("cannot-see");
    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it("cannot be seen where the look afterwards fails", async () => {
    const world = await handed();
    world.mishaps.fail("workday.readGroupPermissions", { kind: "denied" });

    await done(world);

    expect(liveOf(world)?.kind).toBe("cannot-see");
  });

  it("cannot be seen where the report is gone afterwards", async () => {
    const world = await handed();
    const { workday } = world;
    workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-done", step: "activate" });
    const place = world.deps.contextOf(world.tenant.name);
    const blind = {
      ...workday,
      readGroupPermissions: async () => ({ ok: true, value: { kind: "cannot-see" } }) as const,
    };

    await recordEffects(
      { ...world.deps, contextOf: () => ({ ...place, workday: blind }) },
      world.request(),
    );

    expect(liveOf(world)?.kind).toBe("cannot-see");
  });

  it("cannot be seen where nobody looked before", async () => {
    const world = createWorld();
    await world.open();

    await recordEffects(world.deps, world.request());

    expect(liveOf(world)).toMatchObject({
      words: "Nobody looked right before the activation was handed over.",
    });
  });

  it("is not compared in a tenant whose groups hold too much", async () => {
    const world = createWorld({ tenant: byPerson });
    for (let at = 0; at <= 10_000; at += 1) {
      world.workday.tenant.addPending(
        aPendingChange({ securityGroup: "HR", policy: `Domain ${at}` }),
      );
    }
    world.workday.tenant.perform({ name: "activate", comment: "long ago" });
    await world.open();
    await world.live();

    expect(liveOf(world)).toMatchObject({ kind: "cannot-see" });
  });

  it("is attributed to the request where nobody sees who activated", async () => {
    const world = await handed();
    world.workday.tenant.addPending(slipped);
    world.mishaps.fail("workday.readTimestamps", { kind: "denied" });

    await done(world);

    expect(liveOf(world)).toMatchObject({ isShared: false, strange: { count: 1 } });
  });
});
