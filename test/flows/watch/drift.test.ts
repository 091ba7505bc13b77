import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { ok } from "../../../src/result.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann } from "../../support/data/people.ts";
import { createFakeWatch } from "../../support/fakes/fake-watch.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const dayMs = 24 * hourMs;
const groupName = "ISSG_Viva";
const userName = "ISU_Viva";

async function lived(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.live();
  return world;
}

/** The next daily look, and what the channel has heard by then. */
async function look(world: World): Promise<readonly unknown[]> {
  world.clock.goOn(dayMs);
  await watchDrift(world.deps, dayMs);
  await world.sweep();
  return world.watch.queued.map(({ matter }) => matter);
}

function drifts(world: World): readonly unknown[] {
  return world.events().filter(({ kind }) => kind === "drifted");
}

function addMember(world: World, name: string): void {
  world.workday.tenant.perform({ name: "add-group-member", groupName, userName: name });
}

/** Two more accounts in the inventory, each on a system of its own. */
async function addAccounts(world: World): Promise<void> {
  for (const name of ["ISU_Two", "ISU_Three"]) {
    const id: RequestId = world.random.requestId();
    const system = { kind: "existing", id: `INT_${name}`, name } as const;
    const draft = aDraft({ userName: name, groupName: `ISSG_${name}`, system });
    world.workday.addUser(system.id, name);
    const plan = planFor(draft, world.tenant, id);
    await world.store.open({ kind: "opened", id, by: ann, draft, plan }, world.clock.now());
    const change = { id, key: "done", now: world.clock.now() };
    await world.store.decide(change, () => ok([{ kind: "done" }]));
  }
}

describe("watchDrift", () => {
  it("says nothing of an account that is as it was asked, nor where there is none", async () => {
    const world = await lived();

    expect(await look(world)).toEqual([]);
    expect(drifts(world)).toEqual([]);
    expect(await look(createWorld())).toEqual([]);
  });

  it("keeps how many accounts are not as they were asked", async () => {
    const world = await lived();
    async function count(): Promise<readonly unknown[]> {
      const watch = createFakeWatch();
      await watchDrift({ ...world.deps, watch }, 1);
      return watch.tallies().map(({ name, count: counted }) => [name, counted]);
    }

    expect(await count()).toEqual([["drifted", 0]]);
    addMember(world, "ISU_Stranger");
    expect(await count()).toEqual([["drifted", 1]]);
  });

  it("says nothing of an account that a request has begun to end, and says all where it was withdrawn", async () => {
    const world = await lived();
    const first = world.id;
    await world.openNext(aRawChange({ kind: "retire" }));
    addMember(world, "ISU_Stranger");
    expect(await look(world)).toHaveLength(1);
    const begun: Event = { kind: "step-begun", step: "remove-group-member" };
    await world.store.decide({ id: world.id, key: "begun", now: world.clock.now() }, () =>
      ok([begun]),
    );
    world.workday.tenant.perform({ name: "remove-group-member", groupName, userName });

    expect(await look(world)).toHaveLength(1);
    await world.store.decide({ id: world.id, key: "over", now: world.clock.now() }, () =>
      ok([{ kind: "ended" }]),
    );
    await look(world);
    expect(await world.store.find(first)).toMatchObject({ drift: [{}, {}] });
  });

  it("says nothing of what could not be seen at the end either", async () => {
    expect(await look(await lived({ hasReports: false }))).toEqual([]);
  });

  it("tells each distinct difference once, in the thread and in the channel, and that it is gone", async () => {
    const world = await lived();
    addMember(world, "lmcneil");

    await look(world);
    await look(world);
    expect(drifts(world)).toMatchObject([{ kind: "drifted", items: [{ kind: "too-much" }] }]);
    world.workday.tenant.perform({ name: "remove-group-member", groupName, userName: "lmcneil" });

    expect(await look(world)).toMatchObject([
      { kind: "drift", request: world.id, userName, items: [{ kind: "too-much" }] },
      { kind: "drift", items: [] },
    ]);
    expect(world.request().drift).toEqual([]);
    expect(world.events().at(-1)).toEqual({ kind: "drifted", items: [] });
  });

  it("tells an account that is gone", async () => {
    const world = await lived();
    world.workday.deleteUser(world.request().facts.systemId ?? "");

    expect(await look(world)).toMatchObject([{ kind: "drift", items: [{ kind: "missing" }] }]);
  });

  it.each([
    { isLocked: true },
    { isDisabled: true },
    { expiry: { kind: "on", on: "2027-01-31" } },
  ] as const)("tells an account that nobody can use any more, or soon: %o", async (changes) => {
    const world = await lived();
    world.workday.changeStanding(userName, changes);

    expect(await look(world)).toMatchObject([
      {
        kind: "drift",
        items: [{ kind: "other", words: expect.stringContaining(userName) as unknown }],
      },
    ]);
  });

  it("tells a password that is too old, once", async () => {
    const world = await lived();
    world.clock.goOn(world.tenant.secrets.expiresAfterDays * dayMs);

    await look(world);

    expect(await look(world)).toMatchObject([
      { items: [{ kind: "other", words: "The password is older than 365 days." }] },
    ]);
  });

  it("looks once a turn, on however many replicas", async () => {
    const world = await lived();
    await watchDrift(world.deps, dayMs);
    addMember(world, "lmcneil");

    await watchDrift(world.deps, dayMs);
    expect(drifts(world)).toEqual([]);
    world.clock.goOn(dayMs);
    await Promise.all([watchDrift(world.deps, dayMs), watchDrift(world.deps, dayMs)]);

    expect(drifts(world)).toHaveLength(1);
  });

  it("takes what cannot be read for unchanged", async () => {
    const world = await lived();
    addMember(world, "lmcneil");
    await look(world);
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });

    await look(world);

    expect(drifts(world)).toHaveLength(1);
    expect(world.log.lines.map(({ text }) => text)).toContain("cannot look for drift");
  });

  it("records nothing on a request that has gone on meanwhile", async () => {
    const world = await lived();
    addMember(world, "lmcneil");
    world.mishaps.meanwhile(`store.decide drift ${world.request().version}`, async () => {
      const change = { id: world.id, key: "meanwhile", now: world.clock.now() };
      await world.store.decide(change, () => ok([{ kind: "retried", by: ann }]));
    });

    await look(world);

    expect(drifts(world)).toEqual([]);
  });

  it("tells a tenant that was refreshed from another as one thing, once", async () => {
    const world = await lived();
    await addAccounts(world);
    for (const id of [world.request().facts.systemId ?? "", "INT_ISU_Two"]) {
      world.workday.deleteUser(id);
    }

    await look(world);

    expect(await look(world)).toEqual([{ kind: "refreshed", missing: 2, of: 3 }]);
    expect(drifts(world)).toEqual([]);
  });

  it("leaves tenants that are not configured any more alone", async () => {
    const world = await lived();
    addMember(world, "lmcneil");
    world.clock.goOn(dayMs);

    await watchDrift({ ...world.deps, tenants: [] }, dayMs);

    expect(drifts(world)).toEqual([]);
  });
});
