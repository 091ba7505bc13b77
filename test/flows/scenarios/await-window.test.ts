import { describe, expect, it } from "vitest";
import { listWindowTransitions } from "../../../src/flows/approval/window-transitions.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import { sweep } from "../../../src/flows/watch/sweep.ts";
import { foreignChange, given, start } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { opening } from "../../support/data/events.ts";
import { ann, bea, ben, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

/** Stories begin on a Monday at nine. */
const monday: ChangeWindow = { days: ["mon"], from: "10:00", until: "11:00", timeZone: "UTC" };
const saturday: ChangeWindow = { ...monday, days: ["sat"] };
const opensAt = instant(start + hourMs);
const closesAt = instant(start + 2 * hourMs);
const denial = { kind: "deny", digest: "sha256:shown", reason: "Not this week" } as const;
const byPerson = { ...allBy("runner"), activate: "person" } as const;

async function approved(changes: Parameters<typeof aTenant>[0] = {}): Promise<World> {
  const world = createWorld({ tenant: aTenant({ changeWindows: [monday], ...changes }) });
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

/** The next window has opened, and the sweep has seen it. */
async function opened(world: World, afterMs = hourMs): Promise<World> {
  world.clock.goOn(afterMs);
  await world.sweep();
  await world.work();
  return world;
}

function kinds(world: World): readonly string[] {
  return world.events().map(({ kind }) => kind);
}

describe("an approved request outside of the change windows", () => {
  it("waits, says until when, and is activated when the next window opens", async () => {
    const world = await approved();
    world.clock.goOn(hourMs - 1);
    await world.sweep();

    expect(world.request().phase).toEqual({ kind: "waiting-for-window", opensAt });
    expect(world.events()).toMatchObject(
      world.events().map(({ kind }) => (kind === "approval-asked" ? { asked: { opensAt } } : {})),
    );
    expect(world.workday.tenant.activations).toEqual([]);

    await opened(world, 1);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("waits for the end of a freeze, says why, and is activated then", async () => {
    const freeze = { from: instant(start), until: closesAt, why: "Year end" };
    const world = await approved({ changeWindows: [], freezes: [freeze] });

    expect(world.request().phase).toEqual({
      kind: "waiting-for-window",
      opensAt: closesAt,
      freeze: "Year end",
    });
    await opened(world, 2 * hourMs - 1);
    expect(world.workday.tenant.activations).toEqual([]);

    await opened(world, 1);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is started once, however many replicas see the window open", async () => {
    const world = await approved();
    world.clock.goOn(hourMs);

    await Promise.all([sweep(world.deps), sweep(world.deps)]);
    await world.work();

    expect(kinds(world).filter((kind) => kind === "window-opened")).toHaveLength(1);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("can be withdrawn, and is cleaned up as before the activation", async () => {
    const world = await approved();

    const reply = await world.click(ann, { kind: "withdraw" });
    const request = await world.live();

    expect(reply.kind).toBe("accepted");
    expect(request).toMatchObject({ closing: { kind: "withdrawn" }, phase: { kind: "ended" } });
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it.each([
    ["by who approved it", ben],
    ["by another approver", bea],
  ])("can be denied %s, and is cleaned up as any denial", async (_by, approver) => {
    const world = await approved();

    const reply = await world.click(approver, denial);
    const request = await world.live();

    expect(reply.kind).toBe("accepted");
    expect(request).toMatchObject({
      closing: { kind: "denied", by: approver, reason: "Not this week" },
      phase: { kind: "ended" },
    });
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(world.workday.tenant.activations).toEqual([]);
    expect(kinds(await opened(world))).not.toContain("window-opened");
  });

  it.each([
    ["the requester", ann, "not-an-approver"],
    ["a doer", dan, "not-an-approver"],
  ] as const)("cannot be denied by %s", async (_who, person, refusal) => {
    const world = await approved();

    expect(await world.click(person, denial)).toEqual({ kind: "refused", refusal });
    expect(world.request().phase.kind).toBe("waiting-for-window");
  });

  it.each([
    ["before", (world: World) => [() => world.click(bea, denial), () => world.sweep()]],
    ["after", (world: World) => [() => world.sweep(), () => world.click(bea, denial)]],
  ] as const)("is denied or goes on, never both: denied right %s it opens", async (_when, both) => {
    const world = await approved();
    world.clock.goOn(hourMs);

    await Promise.all(both(world).map((act) => act()));
    const { phase } = await world.live();

    const [reply] = world.answerer.answers.slice(-1).map((answered) => answered.reply);
    const decided = kinds(world).filter((kind) => ["window-opened", "closing"].includes(kind));
    expect([
      ["closing", "ended", 0, "accepted"],
      ["window-opened", "done", 1, "too-late-to-deny"],
    ]).toContainEqual([
      decided.join(),
      phase.kind,
      world.workday.tenant.activations.length,
      reply?.kind === "refused" ? reply.refusal : reply?.kind,
    ]);
  });

  it("is asked for anew when something else is pending by then", async () => {
    const world = await approved();
    world.workday.tenant.addPending(foreignChange);

    await opened(world);

    expect(world.request().phase.kind).toBe("waiting-for-approval");
    expect(kinds(world)).toContain("approval-voided");
  });

  it("is asked for anew when who approved may not any more", async () => {
    const world = await approved();
    world.directory.setStanding(ben, "deactivated");

    await opened(world);

    expect(kinds(world)).toContain("approval-lapsed");
  });

  it("is asked for anew when the approval is too old by then", async () => {
    const world = await approved({ changeWindows: [saturday] });

    await opened(world, 5 * 24 * hourMs + hourMs);

    expect(world.events()).toContainEqual({ kind: "approval-lapsed", people: [], isTooOld: true });
    expect(world.request().phase.kind).toBe("waiting-for-approval");
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("waits for the next one when nobody looked while a window was open", async () => {
    const world = await approved({ approvalExpiresAfterMs: 720 * hourMs });

    await opened(world, 3 * hourMs);
    expect(world.request().phase).toEqual({ kind: "waiting-for-window", opensAt });
    await opened(world, 7 * 24 * hourMs - 2 * hourMs);

    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it("goes on when the configuration has no windows any more", async () => {
    const world = await approved();
    const tenant = aTenant();

    expect(listWindowTransitions(world.request(), start, tenant)).toEqual([
      { kind: "window-opened" },
    ]);
  });

  it.each<[what: string, isDone: boolean, phase: string]>([
    ["asks a runner for its answer that activated in time", true, "done"],
    ["waits for the next window where the runner did nothing", false, "waiting-for-window"],
  ])("%s", async (_what, isDone, phase) => {
    const world = createWorld({ tenant: aTenant({ changeWindows: [monday] }) });
    await world.open();
    await world.work();
    world.clock.goOn(hourMs);
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.mishaps.fail("runner.perform", { kind: "unknown", isDone });
    await world.work();
    world.mishaps.clear();
    world.clock.goOn(2 * hourMs);

    await world.click(ann, { kind: "retry" });

    expect((await world.work()).phase.kind).toBe(phase);
    expect(world.workday.tenant.activations).toHaveLength(isDone ? 1 : 0);
  });
});

describe("an activation in a person's hand", () => {
  it("is handed over when the window opens, with the moment that it closes", async () => {
    const world = await opened(await approved({ hands: byPerson }));

    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-person",
      step: "activate",
      windowClosesAt: closesAt,
    });
  });

  it("counts after the window has closed, which is told once", async () => {
    const world = await opened(await approved({ hands: byPerson }));
    const [task] = world
      .request()
      .plan.flatMap((step) => ("task" in step ? [step.task] : []))
      .slice(-1);
    if (task === undefined) throw new Error("No task");
    await world.click(dan, { kind: "start", step: "activate" });
    world.workday.tenant.perform(task);
    world.clock.goOn(hourMs);
    await world.sweep();
    await world.sweep();

    expect(world.request().phase).toMatchObject({ isWindowOver: true, windowClosesAt: closesAt });
    expect(kinds(world).filter((kind) => kind === "window-closed")).toHaveLength(1);

    await world.click(dan, { kind: "start", step: "activate" });
    await world.click(dan, { kind: "report-done", step: "activate" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("waits for the next window when it was not done in time", async () => {
    const world = await opened(await approved({ hands: byPerson }));
    world.clock.goOn(hourMs);
    await world.click(dan, { kind: "report-refused", step: "activate", why: "Too late" });
    await world.click(ann, { kind: "retry" });

    const waiting = await world.work();

    expect(waiting.phase).toMatchObject({ kind: "waiting-for-window" });
    expect((await world.click(ann, { kind: "withdraw" })).kind).toBe("accepted");
  });

  it("is nothing that a closing window says twice of another phase", () => {
    const request = given(opening, { kind: "window-closed" });

    expect(request.phase.kind).toBe("working");
  });
});
