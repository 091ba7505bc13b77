import { describe, expect, it } from "vitest";
import { instant, type PersonId } from "../../../src/flows/model/ids.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy } from "../../support/data/people.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const open = { kind: "open" } as const;

async function keep(
  { store, id }: World,
  changes: Parameters<typeof aRawDraft>[0] = {},
): Promise<void> {
  await store.keepDraft(id, { by: ann, raw: aRawDraft(changes) });
}

describe("openRequest", () => {
  it("opens what was kept, with its plan, and reserves its names", async () => {
    const world = createWorld();

    const reply = await world.open();

    expect(reply).toMatchObject({ kind: "accepted", request: { id: world.id, version: 1 } });
    expect(world.request().plan).toEqual(planFor(aDraft(), world.tenant, world.id));
    expect(world.workday.puts).toEqual([]);
    expect(
      await world.store.findReservation({ tenant: world.tenant.name, userName: "isu_VIVA" }),
    ).toBe(world.id);
  });

  it("opens once, however often the plan is confirmed", async () => {
    const world = createWorld();

    await world.open();
    const again = await world.click(ann, open);

    expect(again).toEqual({ kind: "accepted", request: world.request() });
    expect(world.events()).toHaveLength(1);
    expect(world.engine.started).toHaveLength(1);
  });

  it.each<[whose: string, prepare: (world: World) => Promise<unknown>, by: typeof ann]>([
    ["that nobody kept", async () => undefined, ann],
    ["of somebody else", (world) => keep(world), ben],
    ["of somebody else that is open already", (world) => world.open(), ben],
  ])("knows no draft %s", async (_whose, prepare, by) => {
    const world = createWorld();
    await prepare(world);

    expect(await world.click(by, open)).toEqual({ kind: "refused", refusal: "no-such-request" });
  });

  it("asks Slack again who the requester is", async () => {
    const world = createWorld();
    await keep(world);
    world.directory.setStanding(ann, "deactivated");

    expect(await world.click(ann, open)).toEqual({ kind: "refused", refusal: "deactivated" });
  });

  it("opens nothing for somebody who is no requester", async () => {
    const world = createWorld();
    await world.store.keepDraft(world.id, { by: cy, raw: aRawDraft() });

    expect(await world.click(cy, open)).toEqual({ kind: "refused", refusal: "not-a-requester" });
  });

  it("opens nothing while Slack does not say who somebody is", async () => {
    const world = createWorld();
    await keep(world);
    world.mishaps.fail("directory.findStanding", { kind: "unreachable" });

    expect(await world.click(ann, open)).toEqual({
      kind: "refused",
      refusal: "cannot-tell-who-you-are",
    });
  });

  it.each<
    [
      what: string,
      typed: Parameters<typeof aRawDraft>[0],
      prepare: (world: World) => unknown,
      check: Extract<Reply, { kind: "not-opened" }>["check"],
    ]
  >([
    [
      "does not keep the rules any more",
      { reason: "" },
      () => undefined,
      {
        kind: "problems",
        problems: { reason: "Say why it is needed: the approver reads it to decide." },
      },
    ],
    [
      "asks for an account that somebody made meanwhile",
      {},
      ({ workday }) => workday.addAccount("ISU_Viva"),
      {
        kind: "problems",
        problems: {
          userName:
            "Workday knows this user name already, on no integration system. Creating it would reset its password. Choose another name.",
        },
      },
    ],
    [
      "cannot be checked",
      {},
      ({ mishaps }) => mishaps.fail("workday.findAccount", { kind: "denied" }),
      { kind: "fault", fault: aFault("denied") },
    ],
  ])("keeps a draft that %s, and says so", async (_what, typed, prepare, check) => {
    const world = createWorld();
    await keep(world, typed);
    prepare(world);

    expect(await world.click(ann, open)).toEqual({ kind: "not-opened", check });
    expect(await world.store.findDraft(world.id)).toEqual({ by: ann, raw: aRawDraft(typed) });
    expect(world.engine.started).toEqual([]);
  });

  it("opens nothing when another request reserves the names at the last moment", async () => {
    const world = createWorld();
    await keep(world);
    const other = world.random.requestId();
    world.mishaps.meanwhile("workday.readSecurityGroups", async () => {
      const plan = planFor(aDraft(), world.tenant, other);
      await world.store.open(
        { kind: "opened", id: other, by: ben, draft: aDraft(), plan },
        instant(0),
      );
    });

    expect(await world.click(ann, open)).toEqual({
      kind: "not-opened",
      check: {
        kind: "problems",
        problems: {
          userName: `The request ${other} holds this account, this integration system or this security group. Wait for it, or choose others.`,
        },
      },
    });
  });

  it("refuses one more than a person may have open in a tenant, and counts no other's", async () => {
    const world = createWorld({ tenant: aTenant({ maxOpenRequestsPerPerson: 1 }) });
    async function openFor(by: PersonId, name: string): Promise<void> {
      const id = world.random.requestId();
      const draft = aDraft({ userName: name, groupName: name, system: { kind: "new", name } });
      const plan = planFor(draft, world.tenant, id);
      await world.store.open({ kind: "opened", id, by, draft, plan }, instant(0));
    }
    await openFor(ben, "ISU_Of_Ben");
    await openFor(ann, "ISU_Of_Ann");
    await keep(world);

    expect(await world.click(ann, open)).toEqual({ kind: "refused", refusal: "too-many-open" });
    expect(await world.store.findDraft(world.id)).toBeDefined();
    expect(await world.store.find(world.id)).toBeUndefined();
  });

  it("counts those that are older than all that a list shows", async () => {
    const world = createWorld({ tenant: aTenant({ maxOpenRequestsPerPerson: 1 }) });
    for (let at = 0; at <= 200; at += 1) {
      const [id, name] = [world.random.requestId(), `ISU_${at}`];
      const draft = aDraft({ userName: name, groupName: name, system: { kind: "new", name } });
      const by = at === 0 ? ann : ben;
      await world.store.open({ kind: "opened", id, by, draft, plan: [] }, instant(at));
    }
    await keep(world);

    expect(await world.click(ann, open)).toEqual({ kind: "refused", refusal: "too-many-open" });
  });

  it("opens one where only somebody else has as many open", async () => {
    const world = createWorld({ tenant: aTenant({ maxOpenRequestsPerPerson: 1 }) });
    const id = world.random.requestId();
    const draft = aDraft({ userName: "B", groupName: "B", system: { kind: "new", name: "B" } });
    const plan = planFor(draft, world.tenant, id);
    await world.store.open({ kind: "opened", id, by: ben, draft, plan }, instant(0));

    expect(await world.open()).toMatchObject({ kind: "accepted" });
  });

  it("refuses a draft that names no tenant of the configuration", async () => {
    const world = createWorld();
    await keep(world, { tenant: "" });

    expect(await world.click(ann, open)).toEqual({ kind: "refused", refusal: "tenant-gone" });
  });
});
