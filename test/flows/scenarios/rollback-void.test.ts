import { describe, expect, it } from "vitest";
import { lookAtPending } from "../../../src/flows/approval/approval.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import {
  activateByHand,
  lived,
  rollbackStep as step,
  toFirst,
  waiting,
} from "../../support/scenes/rollback.ts";

describe("a roll back whose tenant moved on", () => {
  it("is void at the click, and stands still", async () => {
    const world = await waiting();
    const digest = world.shownDigest();
    activateByHand(world);

    const reply = await world.click(ben, { kind: "approve", digest });
    const stuck = await world.work();

    expect(reply).toMatchObject({ kind: "voided", isOutdated: true });
    expect(stuck.phase).toMatchObject({
      kind: "stuck",
      step: "approve-plan",
      words: like("Withdraw"),
    });
    expect(world.workday.tenant.performed.map(({ name }) => name)).not.toContain(step);
  });

  it("is void right before the hand-over, and nothing is handed over", async () => {
    const world = await waiting();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    activateByHand(world);

    const stuck = await world.work();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "approve-plan" });
    expect(stuck.approval).toBeUndefined();
    expect(world.events()).toContainEqual({
      kind: "approval-voided",
      isOutdated: true,
      difference: { added: [], gone: [] },
    });
    expect(world.runner.orders.map(({ task }) => task.name)).not.toContain(step);
  });

  it("is stopped by the runner, which looks itself, and asks for a new one when tried again", async () => {
    const world = await waiting();
    world.runner.beforeNext(step, () => activateByHand(world));
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    const stopped = await world.work();
    expect(stopped.phase).toMatchObject({ kind: "stuck", step });

    await world.click(ann, { kind: "retry" });
    const stuck = await world.work();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "approve-plan" });
    expect(world.workday.tenant.activations).toHaveLength(3);
  });

  it("is looked at anew when a person could not do it", async () => {
    const world = await waiting({ tenant: aTenant({ hands: allBy("person") }) });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    await world.click(dan, { kind: "report-refused", step, why: "Another one is the newest" });
    activateByHand(world);

    await world.click(ann, { kind: "retry" });
    const stuck = await world.work();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "approve-plan" });
  });

  it("waits for the change window before it is handed over", async () => {
    const nights = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" } as const;
    const world = await lived();
    await world.openNext(toFirst(world));
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, changeWindows: [nights] },
    }));

    expect((await world.work()).phase).toMatchObject({ kind: "waiting-for-window" });
  });

  it("is void where the report of activations is gone: nobody sees the newest one", async () => {
    const world = await waiting();
    const digest = world.shownDigest();
    world.configure((place) => ({
      ...place,
      workday: { ...place.workday, readTimestamps: async () => ok({ kind: "cannot-see" }) },
    }));

    expect(await world.click(ben, { kind: "approve", digest })).toMatchObject({
      kind: "voided",
      isOutdated: true,
    });
  });

  it("is not approved while the newest activation cannot be read", async () => {
    const world = await waiting();
    world.mishaps.fail("workday.readTimestamps", { kind: "denied" });

    expect(await lookAtPending(world.deps, world.request())).toEqual({
      ok: false,
      error: aFault("denied"),
    });
  });

  it("is handed to no runner that is overtaken by another hand", async () => {
    const world = await waiting();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.mishaps.meanwhile(`store.decide begin ${step}`, async () => {
      await world.click(ann, { kind: "withdraw" });
    });

    const ended = await world.work();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.runner.orders.map(({ task }) => task.name)).not.toContain(step);
  });

  it("cannot be withdrawn between two hands", async () => {
    const world = await waiting({ tenant: aTenant({ hands: allBy("person") }) });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(await world.click(ann, { kind: "withdraw" })).toMatchObject({
      refusal: "activating-already",
    });
  });

  it("changes nothing when it is withdrawn before", async () => {
    const world = await waiting();

    await world.click(ann, { kind: "withdraw" });
    const ended = await world.work();

    expect(ended).toMatchObject({ phase: { kind: "ended" }, leftBehind: [], plan: [] });
    expect(world.workday.tenant.activations).toHaveLength(2);
  });
});
