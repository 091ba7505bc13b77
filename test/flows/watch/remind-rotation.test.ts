import { describe, expect, it } from "vitest";
import { describeOwnersPart } from "../../../src/flows/lifecycle/describe-owners-part.ts";
import { type Instant, later } from "../../../src/flows/model/ids.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { findStage, remindRotation } from "../../../src/flows/watch/remind-rotation.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createFakeWatch } from "../../support/fakes/fake-watch.ts";
import type { World } from "../../support/fakes/world.ts";

const dayMs = 86_400_000;

function inDays(days: number): Instant {
  return later(start, days * dayMs);
}

describe("findStage", () => {
  it.each<[days: number, before: readonly number[], stage: string | undefined]>([
    [-31, [30, 7, 0], undefined],
    [-30, [30, 7, 0], "before 30"],
    [-8, [30, 7, 0], "before 30"],
    [-7, [30, 7, 0], "before 7"],
    [-0.5, [30, 7, 0], "before 7"],
    [0, [30, 7, 0], "overdue 0"],
    [6, [30, 7, 0], "overdue 0"],
    [7, [30], "overdue 1"],
    [7, [], undefined],
    [-0.4, [0.5], "before 0.5"],
  ])("%d days from when it is due, with %j, is %s", (days, before, stage) => {
    expect(findStage({ dueAt: start, now: inDays(days), before })).toBe(stage);
  });
});

/** One look, and what the channel heard since. */
async function look(world: World): Promise<readonly unknown[]> {
  const before = world.watch.queued.length;
  await remindRotation(world.deps, dayMs);
  await world.sweep();
  return world.watch.queued.slice(before).map(({ matter }) => matter);
}

async function inALook(world: World, days: number): Promise<readonly unknown[]> {
  world.clock.goOn(days * dayMs);
  return look(world);
}

function toldAnn(world: World): readonly string[] {
  const told = world.watch.queued
    .flatMap((notice) => describeOwnersPart(notice, world.tenant.label))
    .filter(({ person }) => person === ann);
  return told.map(({ words }) => words).filter((words) => words.includes("rotate ISU_Viva"));
}

const tenant = aTenant({ rotation: { everyDays: 40, remindBeforeDays: [30, 7] } });

describe("remindRotation", () => {
  it("tells the channel and the owner each time once, and what is overdue every week", async () => {
    const world = await withAccount({ tenant });
    expect(await look(world)).toEqual([]);

    expect(await inALook(world, 11)).toMatchObject([
      { kind: "rotation", userName: "ISU_Viva", owner: ann, isOverdue: false },
    ]);
    expect(await inALook(world, 1)).toEqual([]);
    expect(await inALook(world, 22)).toHaveLength(1);
    expect(await inALook(world, 7)).toMatchObject([{ isOverdue: true }]);
    expect(await inALook(world, 1)).toEqual([]);
    expect(await inALook(world, 7)).toHaveLength(1);
    expect(toldAnn(world)).toHaveLength(4);
  });

  it("looks once a turn, whichever replica asks", async () => {
    const world = await withAccount({ tenant });
    world.clock.goOn(12 * dayMs);

    await Promise.all([remindRotation(world.deps, dayMs), remindRotation(world.deps, dayMs)]);
    await world.sweep();

    expect(world.watch.queued).toHaveLength(1);
  });

  it("is quiet while a rotation is under way, and begins anew when it is done", async () => {
    const world = await withAccount({ tenant });
    world.clock.goOn(41 * dayMs);
    await world.openNext(aRawChange());
    await world.work();
    expect(await look(world)).toEqual([]);

    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(await inALook(world, 1)).toEqual([]);
    expect(await inALook(world, 11)).toMatchObject([{ isOverdue: false, request: world.id }]);
  });

  it("says nothing of a retired account, of a password that nobody knows, or where it is off", async () => {
    const retired = await withAccount({ tenant });
    await retired.openNext(aRawChange({ kind: "retire" }));
    await retired.live();
    const signOn = { ...plainSignOn, passwordFrom: "workday" as const };
    const unknown = await withAccount({ tenant, raw: aRawDraft({ signOn }) });
    const off = aTenant({ rotation: { everyDays: 40, remindBeforeDays: [] } });
    const quiet = await withAccount({ tenant: off });

    for (const world of [retired, unknown, quiet]) expect(await inALook(world, 50)).toEqual([]);
  });
});

it("keeps how many passwords are overdue and due, tenant by tenant", async () => {
  const world = await withAccount({ tenant });
  async function count(days: number): Promise<readonly unknown[]> {
    world.clock.goOn(days * dayMs);
    const watch = createFakeWatch();
    await remindRotation({ ...world.deps, watch }, dayMs);
    return watch.tallies().map(({ name, count: counted }) => [name, counted]);
  }

  expect(await count(9)).toEqual([
    ["password-overdue", 0],
    ["password-due", 0],
  ]);
  expect(await count(2)).toEqual([
    ["password-overdue", 0],
    ["password-due", 1],
  ]);
  expect(await count(30)).toEqual([
    ["password-overdue", 1],
    ["password-due", 0],
  ]);
});
