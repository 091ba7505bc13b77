import { describe, expect, it } from "vitest";
import { parseWork } from "../../../src/flows/lifecycle/start-work.ts";
import type { Store } from "../../../src/flows/ports/store.ts";
import { advance } from "../../../src/flows/workflows/advance.ts";
import { err, ok } from "../../../src/result.ts";
import { aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { canary } from "../../support/fakes/fake-random.ts";
import { faultWords } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const activateByPerson = aTenant({ hands: { ...allBy("runner"), activate: "person" } });

async function atCard(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.work();
  return world;
}

function kinds(world: World): readonly string[] {
  return world.events().map(({ kind }) => kind);
}

describe("advance", () => {
  it.each<[hand: string, options: WorldOptions, orders: number, tasks: number]>([
    ["by the runner", {}, 4, 4],
    ["by people", { tenant: aTenant({ hands: allBy("person") }) }, 0, 4],
    ["by both", { tenant: activateByPerson }, 3, 4],
    ["where nobody sees what is pending", { hasReports: false }, 4, 4],
  ])("carries a request to its end %s", async (_hand, options, orders, tasks) => {
    const world = createWorld(options);

    await world.open();
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(done.finished).toEqual(done.plan.map(({ name }) => name));
    expect(world.runner.orders).toHaveLength(orders);
    expect(world.workday.tenant.performed).toHaveLength(tasks);
    expect(world.workday.users()).toMatchObject([{ userName: "ISU_Viva" }]);
    expect(world.vault.readAsConsumer(done.facts.secret?.name ?? "")).toBe(
      world.workday.users()[0]?.password.reveal(),
    );
    expect(await world.outbox.listBehind()).toMatchObject([{ request: world.id }]);
  });

  it("hangs the user on an existing system where one was chosen", async () => {
    const raw = aRawDraft({ existingSystem: { id: existingSystem.id, name: existingSystem.name } });
    const world = createWorld({ raw });
    world.workday.addSystem(existingSystem.id, existingSystem.name);

    await world.open();
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.systems()).toHaveLength(1);
    expect(world.workday.users()).toMatchObject([
      { systemId: existingSystem.id, userName: "ISU_Viva" },
    ]);
  });

  it("keeps the password out of everything that is kept, shown, said or sent", async () => {
    const world = createWorld();

    await world.open();
    const { facts } = await world.live();

    expect(world.vault.readAsConsumer(facts.secret?.name ?? "")).toContain(canary);
    expect(world.everything()).not.toContain(canary);
    expect(world.everything()).not.toContain("[secret]");
  });

  it("activates nothing and issues nothing before somebody approves", async () => {
    const world = await atCard();

    expect(world.workday.tenant.activations).toEqual([]);
    expect(world.vault.all()).toEqual([]);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { pending: { kind: "seen", changes: world.workday.tenant.pending() } },
    });
  });

  it("says on the card which permissions the tenant does not show", async () => {
    const world = createWorld({
      tenant: aTenant({ hands: { ...allBy("runner"), "grant-permissions": "person" } }),
    });
    await world.open();
    await world.work();

    await world.carryOut();
    const [, ...gone] = world.workday.tenant.pending();
    for (const change of gone) world.workday.tenant.dropPending(change);
    const waiting = await world.work();

    expect(waiting.facts.unseen).toEqual([
      "Get: Worker Data: Workers",
      "Get: Reports: Learning Record",
      "Put: Manage: Learning Content",
    ]);
  });

  it("asks anew when something else is pending between the click and the hand-over", async () => {
    const world = await atCard();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.workday.tenant.addPending(foreignChange);

    const waiting = await world.work();

    expect(waiting.phase.kind).toBe("waiting-for-approval");
    expect(waiting.approval).toBeUndefined();
    expect(world.events()).toContainEqual({
      kind: "approval-voided",
      difference: { added: [foreignChange], gone: [] },
    });
    expect(world.workday.tenant.activations).toEqual([]);
    expect(world.runner.orders.map(({ task }) => task.name)).not.toContain("activate");
  });

  it("asks anew when the runner finds something else pending, and then orders anew", async () => {
    const world = await atCard();
    world.runner.beforeNext("activate", () => world.workday.tenant.addPending(foreignChange));

    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(kinds(world).filter((kind) => kind.startsWith("appr"))).toEqual([
      "approval-asked",
      "approved",
      "approval-voided",
      "approval-asked",
      "approved",
    ]);
    expect(new Set(world.runner.orders.map(({ key }) => key)).size).toBe(5);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is stuck when it cannot see why the runner found something else", async () => {
    const world = await atCard();
    world.runner.beforeNext("activate", () => {
      world.workday.tenant.addPending(foreignChange);
      world.mishaps.fail("workday.readPendingChanges", { kind: "denied" });
    });
    const stuck = await world.live();
    world.mishaps.clear();

    await world.click(ann, { kind: "retry" });
    const done = await world.live();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "activate", words: faultWords });
    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is stuck in the runner's words, and orders under another key afterwards", async () => {
    const world = createWorld();
    world.runner.refuseNext("grant-permissions", {
      kind: "failed",
      reason: "refused",
      words: "The robot is ill.",
    });

    await world.open();
    const stuck = await world.work();
    await world.click(dan, { kind: "retry" });
    const done = await world.live();

    expect(stuck.phase).toMatchObject({
      kind: "stuck",
      step: "grant-permissions",
      words: "The robot is ill.",
    });
    expect(done.phase).toEqual({ kind: "done" });
    expect(world.runner.orders.map(({ key }) => key.split(":").slice(1).join(":"))).toEqual([
      "create-security-group:0",
      "add-group-member:0",
      "grant-permissions:0",
      "grant-permissions:1",
      "activate:0",
    ]);
  });

  it("takes a runner's no about pending changes for a no, where nothing is activated", async () => {
    const world = createWorld();
    const refusal = { kind: "failed", reason: "pending-changed", words: "Confused." } as const;
    world.runner.refuseNext("add-group-member", refusal);

    await world.open();

    expect((await world.work()).phase).toMatchObject({ kind: "stuck", words: "Confused." });
  });

  it("hands a task over again after a person could not do it", async () => {
    const world = createWorld({ tenant: activateByPerson });
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    await world.click(dan, { kind: "report-refused", step: "activate", why: "No access." });
    const stuck = await world.work();
    await world.click(ann, { kind: "retry" });
    const done = await world.live();

    expect(stuck.phase).toMatchObject({ kind: "stuck", words: "No access." });
    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("counts no approval that was given without a card", async () => {
    const world = createWorld();
    await world.open();
    const steps = world.request().plan.slice(0, 5);
    for (const step of steps) if ("task" in step) world.workday.tenant.perform(step.task);
    const finished = steps.map(
      ({ name: step }) => ({ kind: "step-finished", step, facts: {} }) as const,
    );
    const approved = { kind: "approved", by: ben, digest: "sha256:guessed" } as const;
    const change = { id: world.id, key: "guess", now: world.clock.now() };
    await world.store.decide(change, () => ok([...finished, approved]));

    const waiting = await world.work();

    expect(waiting.phase.kind).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("throws for a request that is not in the store: somebody lost it", async () => {
    const world = createWorld();

    await expect(
      advance(world.deps, world.engine.durableOf("x"), { id: world.id, since: 1 }),
    ).rejects.toThrow("ISU-7K3M9Q01 is not in the store");
  });

  it("throws when a request vanishes while it is at work", async () => {
    const world = createWorld();
    await world.open();
    const store: Store = { ...world.store, decide: async () => err("no-such-request") };
    const deps = { ...world.deps, store };

    await expect(
      advance(deps, world.engine.durableOf("x"), { id: world.id, since: 1 }),
    ).rejects.toThrow("is gone");
  });

  it("does nothing more for a request that waits", async () => {
    const world = await atCard();
    const before = world.events();
    const steps: string[] = [];

    await advance(
      world.deps,
      {
        step: async (name, act) => {
          steps.push(name);
          return act();
        },
      },
      { id: world.id, since: 1 },
    );

    expect(world.events()).toEqual(before);
    expect(steps).toEqual(["0: look at the channel", "1: move"]);
  });

  it("leaves to the next workflow what that one is at already", async () => {
    const world = await atCard();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    const before = world.events();

    await advance(world.deps, world.engine.durableOf("late"), { id: world.id, since: 1 });

    expect(world.events()).toEqual(before);
  });
});

describe("parseWork", () => {
  it("reads what was started", async () => {
    const world = createWorld();
    await world.open();

    expect(world.engine.started.map(({ input }) => parseWork(input))).toEqual([
      { id: world.id, since: 1 },
    ]);
  });

  it.each(["", "ISU-7K3M9QXV", "ISU-7K3M9QXV:", "ISU-7K3M9QXV:x", "x:1"])(
    'throws for "%s": nobody starts that',
    (text) => {
      expect(() => parseWork(text)).toThrow("for no request");
    },
  );
});
