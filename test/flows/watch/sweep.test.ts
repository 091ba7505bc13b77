import { describe, expect, it } from "vitest";
import { sweep, sweepLeftBehind } from "../../../src/flows/watch/sweep.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const deadlineMs = 72 * hourMs;
const runnerMakes = {
  "create-security-group": "runner",
  "add-group-member": "runner",
  "grant-permissions": "runner",
} as const;

async function opened(tenant = aTenant()): Promise<World> {
  const world = createWorld({ tenant });
  await world.open();
  await world.work();
  return world;
}

/** A request that was withdrawn at its card, whose account and system stay behind. */
async function ended(): Promise<World> {
  const world = await opened();
  await world.click(ann, { kind: "withdraw" });
  await world.work();
  return world;
}

describe("sweep", () => {
  it("leaves alone what is in time", async () => {
    const world = await opened();
    world.clock.goOn(deadlineMs - 1);

    await world.sweep();

    expect(world.request().phase.kind).toBe("waiting-for-approval");
  });

  it("ends a request that nobody approved in time, and cleans it up", async () => {
    const world = await opened();
    world.clock.goOn(deadlineMs);

    await world.sweep();
    const request = await world.live();

    expect(request).toMatchObject({ closing: { kind: "expired" }, phase: { kind: "ended" } });
    expect(world.workday.tenant.pending()).toEqual([]);
  });

  it("ends it once, however often it sweeps and on however many replicas", async () => {
    const world = await opened();
    world.clock.goOn(deadlineMs);

    await Promise.all([sweep(world.deps), sweep(world.deps)]);
    await world.live();
    await world.sweep();

    expect(world.events().filter(({ kind }) => kind === "closing")).toHaveLength(1);
  });

  it("gives up clean-up tasks that nobody carries out, one after the other, and lists what is left", async () => {
    const world = createWorld({
      tenant: aTenant({ hands: { ...allBy("person"), ...runnerMakes } }),
    });
    await world.open();
    await world.work();
    await world.click(ann, { kind: "withdraw" });

    for (let task = 1; task <= 3; task += 1) {
      await world.work();
      world.clock.goOn(deadlineMs);
      await world.sweep();
    }
    const request = await world.work();

    expect(request.phase).toEqual({ kind: "ended" });
    expect(world.events().filter(({ kind }) => kind === "gave-up")).toHaveLength(3);
    expect(request.leftBehind.map(({ what }) => what)).toEqual([
      "integration-system",
      "account",
      "security-group",
      "permissions",
    ]);
  });

  it("starts again what a crash left between two statements", async () => {
    const world = createWorld();
    await world.open();
    const [lost] = world.engine.started;
    world.engine.finish(lost?.id ?? "");

    await world.sweep();

    expect(world.engine.started.filter(({ id }) => id === lost?.id)).toHaveLength(1);
  });

  it.each([
    ["expire", deadlineMs, []],
    ["bring to mind", 4 * hourMs, [4]],
  ])("does not %s what Slack does not show yet", async (_what, ms, remindAfterHours) => {
    const remindAfterMs = remindAfterHours.map((hours) => hours * hourMs);
    const world = await opened(aTenant({ remindAfterMs }));
    world.holdSlack(true);
    world.clock.goOn(ms);

    await world.sweep();
    const before = world.events();
    world.holdSlack(false);
    await world.sweep();

    expect(before.at(-1)?.kind).toBe("approval-asked");
    expect(world.events().length).toBeGreaterThan(before.length);
  });

  it("lets the requests of a tenant rest that is not configured any more", async () => {
    const world = await opened();
    world.clock.goOn(deadlineMs);
    const gone = { ...world.deps, isConfigured: () => false };

    await sweep(gone);
    await sweepLeftBehind(gone);

    expect(world.request().phase.kind).toBe("waiting-for-approval");
  });

  it("does nothing to a request that somebody decided meanwhile", async () => {
    const world = await opened();
    const stale = world.request();
    world.clock.goOn(deadlineMs);
    await world.click(ann, { kind: "withdraw" });
    const before = world.events();

    await sweep({ ...world.deps, store: { ...world.store, listUnfinished: async () => [stale] } });

    expect(world.events()).toEqual(before);
  });

  it("does not mind a request that is gone from the store", async () => {
    const world = await opened();
    const stale = { ...world.request(), id: world.random.requestId() };
    world.clock.goOn(deadlineMs);

    await sweep({ ...world.deps, store: { ...world.store, listUnfinished: async () => [stale] } });

    expect(world.request().phase.kind).toBe("waiting-for-approval");
  });
});

describe("sweepLeftBehind", () => {
  it("takes off the list what is verified gone, and shows it", async () => {
    const world = await ended();
    const before = world.request().leftBehind.map(({ what }) => what);
    const round = world.outbox.peek(world.id)?.round;
    world.workday.tenant.deleteGroup("ISSG_Viva");
    world.workday.deleteUser(world.request().facts.systemId ?? "");

    await sweepLeftBehind(world.deps);

    expect(before).toEqual(["integration-system", "account", "security-group"]);
    expect(world.request().leftBehind.map(({ what }) => what)).toEqual(["integration-system"]);
    expect(world.outbox.peek(world.id)?.round).toBe((round ?? 0) + 1);
  });

  it("writes nothing while all is as it was", async () => {
    const world = await ended();
    const before = world.events();

    await sweepLeftBehind(world.deps);
    await sweepLeftBehind(world.deps);

    expect(world.events()).toEqual(before);
  });

  it("keeps on the list what nobody can look at now", async () => {
    const world = await ended();
    world.workday.deleteUser(world.request().facts.systemId ?? "");
    world.mishaps.fail("workday.findAccount", { kind: "denied" });

    await sweepLeftBehind(world.deps);

    expect(world.request().leftBehind.map(({ what }) => what)).toContain("account");
  });

  it("lists nothing any more once all is gone", async () => {
    const world = await ended();
    world.workday.tenant.deleteGroup("ISSG_Viva");
    const systemId = world.request().facts.systemId ?? "";
    world.workday.deleteUser(systemId);
    world.workday.deleteSystem(systemId);

    await sweepLeftBehind(world.deps);

    expect(world.request().leftBehind).toEqual([]);
    expect(await world.store.listOpen()).toEqual([]);
  });

  it("lets the requests of a tenant rest that is not configured any more", async () => {
    const world = await ended();
    const before = world.mishaps.calls.length;

    await sweepLeftBehind({ ...world.deps, isConfigured: () => false });

    expect(world.mishaps.calls.slice(before)).toEqual([]);
  });

  it("leaves requests alone that have not ended", async () => {
    const world = await opened();
    const before = world.mishaps.calls.length;

    await sweepLeftBehind(world.deps);

    expect(world.mishaps.calls.slice(before)).toEqual([]);
  });

  it("writes nothing when somebody cleans up meanwhile", async () => {
    const world = await ended();
    world.workday.tenant.deleteGroup("ISSG_Viva");
    world.mishaps.meanwhile("workday.findAccount", async () => {
      await world.click(ann, { kind: "clean-up-again" });
    });

    await sweepLeftBehind(world.deps);

    expect(world.events().at(-1)?.kind).toBe("closing");
  });
});
