import { describe, expect, it } from "vitest";
import { listRegained } from "../../../src/flows/request/rollback.ts";
import { sweepLeftBehind } from "../../../src/flows/watch/sweep.ts";
import { watchActivations } from "../../../src/flows/watch/watch-activations.ts";
import { like } from "../../bot/support/like.ts";
import { anEditDraft } from "../../support/data/a-draft.ts";
import { aPendingChange } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import {
  activateByHand,
  draftOf,
  expire,
  handedOver,
  lived,
  rollbackStep as step,
  toFirst,
  waiting,
} from "../../support/scenes/rollback.ts";

describe("listRegained", () => {
  it("is what of a roll back works again, and of any other request nothing", async () => {
    const draft = draftOf(await waiting());
    const removed = aPendingChange({ change: "Removed" });

    expect(listRegained({ ...draft, again: [aPendingChange(), removed] })).toEqual([removed]);
    expect(listRegained(anEditDraft())).toEqual([]);
  });
});

describe("a roll back", () => {
  it.each(["runner", "person"] as const)(
    "goes back after an approval, by %s, and is verified",
    async (hand) => {
      const world = await lived({ tenant: aTenant({ hands: allBy(hand) }) });
      const created = world.id;

      await world.openNext(toFirst(world));
      await world.work();
      expect(world.workday.tenant.pending()).toEqual([]);
      expect(world.request().phase).toMatchObject({ asked: { step: "approve-plan", needed: 1 } });
      expect(draftOf(world)).toMatchObject({
        to: { comment: "Long ago" },
        undone: [{ request: created }],
        affected: [{ userName: "ISU_Viva", groupName: "ISSG_Viva" }],
      });
      const done = await world.live();

      expect(done.phase).toEqual({ kind: "done" });
      expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
      expect(world.workday.tenant.activations).toEqual(["Long ago"]);
      expect(world.workday.tenant.active()).toEqual([]);
      expect(world.workday.tenant.pending()).toEqual(draftOf(world).again);
      expect(world.workday.tenant.performed.at(-1)).toMatchObject({
        name: step,
        comment: like(world.id),
      });
    },
  );

  it("raises no alarm, and hides no later activation whose comment is copied", async () => {
    const world = await lived();
    const created = world.id;
    await world.openNext(toFirst(world));
    await world.live();
    await watchActivations(world.deps);
    await world.sweep();
    expect(world.watch.queued).toEqual([]);

    world.workday.tenant.perform({ name: "activate", comment: `${created}: again` });
    await watchActivations(world.deps);
    await world.sweep();

    expect(world.watch.queued.map(({ matter }) => matter)).toMatchObject([
      { kind: "activation", comment: `${created}: again` },
    ]);
  });

  it("of which a report has a line of its own is explained", async () => {
    const world = await lived();
    await world.openNext(toFirst(world));
    await world.live();
    world.workday.tenant.perform({ name: "activate", comment: `${world.id}: back` });

    await watchActivations(world.deps);
    await world.sweep();

    expect(world.watch.queued).toEqual([]);
  });

  it("that is not begun yet hides no activation", async () => {
    const world = await lived();
    const comment = `${world.id}: again`;
    await world.openNext(toFirst(world));
    await world.work();

    world.workday.tenant.perform({ name: "activate", comment });
    await watchActivations(world.deps);
    await world.sweep();

    expect(world.watch.queued.map(({ matter }) => matter)).toMatchObject([
      { kind: "activation", comment },
    ]);
  });

  it("that was reported and never done counts no activation twice", async () => {
    const world = await lived({ tenant: aTenant({ hands: allBy("person") }) });
    const created = world.id;
    await world.openNext(toFirst(world));
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    await world.click(dan, { kind: "start", step });
    await world.click(dan, { kind: "report-done", step });
    await world.work();

    world.workday.tenant.perform({ name: "activate", comment: `${created}: again` });
    await watchActivations(world.deps);
    await world.sweep();

    expect(world.watch.queued).toHaveLength(1);
  });
});

describe("a roll back that a person did not report", () => {
  it("leaves nothing behind where it was not done", async () => {
    const world = await handedOver();

    await expire(world);

    expect(world.request()).toMatchObject({ phase: { kind: "ended" }, leftBehind: [] });
  });

  it("is left behind where it was done, until somebody activates again", async () => {
    const world = await handedOver();
    for (const one of world.request().plan) {
      if ("task" in one) world.workday.tenant.perform(one.task);
    }

    await expire(world);

    expect(world.request().leftBehind).toMatchObject([
      { what: "permissions", words: like("/workday-isu activate") },
    ]);
    activateByHand(world);
    await sweepLeftBehind(world.deps);
    expect(world.request().leftBehind).toEqual([]);
  });

  it("may be left behind where nobody can see", async () => {
    const world = await handedOver();
    world.mishaps.fail("workday.readTimestamps", { kind: "denied", times: 9 });

    await expire(world);

    expect(world.request().leftBehind).toMatchObject([{ words: like("may have been") }]);
  });
});
