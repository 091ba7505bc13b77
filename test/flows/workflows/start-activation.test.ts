import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const start: Command = { kind: "start", step: "activate" };
const done: Command = { kind: "report-done", step: "activate" };
const startedForMs = hourMs / 4;
const hands = { ...allBy("runner"), activate: "person" } as const;

/** Approved, and a person has the activation. */
async function handed(): Promise<World> {
  const world = createWorld({ tenant: aTenant({ hands }) });
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

function activateIn(world: World): void {
  world.workday.tenant.perform({ name: "activate", comment: world.id });
}

describe("an activation by hand", () => {
  it("is begun with Start, which looks, and is over with Done", async () => {
    const world = await handed();
    expect(world.request().phase).toMatchObject({ step: "activate", start: { kind: "needed" } });

    expect(await world.click(dan, start)).toMatchObject({ kind: "accepted" });
    const until = instant(world.clock.now() + startedForMs);
    expect(world.request().phase).toMatchObject({ start: { kind: "started", by: dan, until } });
    activateIn(world);
    expect(await world.click(dan, done)).toMatchObject({ kind: "accepted" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(world.events().find(({ kind }) => kind === "started")).toMatchObject({
      by: dan,
      before: { kind: "seen" },
    });
  });

  it("takes no Done without a Start", async () => {
    const world = await handed();
    activateIn(world);

    expect(await world.click(dan, done)).toEqual({ kind: "refused", refusal: "not-started" });
    expect(world.request().finished).not.toContain("activate");
  });

  it("takes one Start at a time", async () => {
    const world = await handed();
    await world.click(dan, start);

    expect(await world.click(eve, start)).toEqual({ kind: "refused", refusal: "started-already" });
  });

  it.each([
    ["who asked", ann, "not-a-doer"],
    ["an approver who approved it", ben, "not-a-doer"],
  ] as const)("is not begun by %s", async (_who, by, refusal) => {
    expect(await (await handed()).click(by, start)).toEqual({ kind: "refused", refusal });
  });

  it("asks for approval again where something else is pending by then", async () => {
    const world = await handed();
    world.workday.tenant.addPending(foreignChange);

    expect(await world.click(dan, start)).toEqual({ kind: "refused", refusal: "do-not-activate" });
    await world.work();

    expect(world.request().phase.kind).toBe("waiting-for-approval");
    expect(world.events()).toContainEqual({
      kind: "approval-voided",
      difference: { added: [foreignChange], gone: [] },
    });
    expect(await world.click(dan, done)).toMatchObject({ refusal: "not-waiting-for-that" });
  });

  it("asks for approval again where who approved may not any more", async () => {
    const world = await handed();
    world.directory.setStanding(ben, "deactivated");

    expect(await world.click(dan, start)).toMatchObject({ refusal: "do-not-activate" });

    expect(world.events().map(({ kind }) => kind)).toContain("approval-lapsed");
  });

  it("changes nothing while nobody can tell", async () => {
    const world = await handed();
    world.mishaps.fail("workday.readPendingChanges", { kind: "unreachable" });

    expect(await world.click(dan, start)).toMatchObject({ kind: "fault" });
    expect(world.request().phase).toMatchObject({ start: { kind: "needed" } });
  });

  it("lapses after fifteen minutes, is told so once, and is looked at again", async () => {
    const world = await handed();
    await world.click(dan, start);
    world.clock.goOn(startedForMs - 1);
    await world.sweep();
    expect(world.request().phase).toMatchObject({ start: { kind: "started" } });
    world.clock.goOn(1);
    await world.sweep();
    await world.sweep();

    expect(world.events().filter(({ kind }) => kind === "start-lapsed")).toHaveLength(1);
    expect(await world.click(dan, done)).toMatchObject({ refusal: "not-started" });
    world.workday.tenant.addPending(foreignChange);
    expect(await world.click(dan, start)).toMatchObject({ refusal: "do-not-activate" });
  });

  it.each([
    ["that the sweep has told", true],
    ["that nobody has told yet", false],
  ])("counts for who activated in time and said so after a lapse %s", async (_what, isTold) => {
    const world = await handed();
    await world.click(dan, start);
    activateIn(world);
    world.clock.goOn(startedForMs);
    if (isTold) await world.sweep();

    expect(await world.click(dan, done)).toMatchObject({ refusal: "not-started" });
    expect(await world.click(dan, start)).toMatchObject({ kind: "accepted" });
    expect(await world.click(dan, done)).toMatchObject({ kind: "accepted" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("is looked at whole again where it lapsed and nobody can see what is pending", async () => {
    const world = await handed();
    await world.click(dan, start);
    world.clock.goOn(startedForMs);
    world.mishaps.fail("workday.readPendingChanges", { kind: "unreachable" });

    expect(await world.click(dan, start)).toMatchObject({ kind: "fault" });
  });

  it("waits for the change window where it closed before Start", async () => {
    const world = await handed();
    const saturday = {
      days: ["sat"],
      from: "22:00",
      until: "23:00",
      timeZone: "UTC",
    } as const;
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, changeWindows: [saturday] },
    }));

    expect(await world.click(dan, start)).toMatchObject({ refusal: "do-not-activate" });
    expect(world.request().phase.kind).toBe("waiting-for-window");
  });

  it("goes on with a Done alone where an earlier version handed it over", async () => {
    const world = await handed();
    const { id, version } = world.request();
    const handedOver = {
      kind: "handed-over",
      step: "activate",
      expiresAt: instant(world.clock.now() + hourMs),
    } as const;
    const change = { id, key: `older ${version}`, now: world.clock.now() };
    await world.store.decide(change, () => ok([handedOver]));
    activateIn(world);

    expect(await world.click(dan, start)).toMatchObject({ refusal: "not-waiting-for-that" });
    expect(await world.click(dan, done)).toMatchObject({ kind: "accepted" });
  });
});

describe("a task that nobody can look at", () => {
  it.each([
    ["where the tenant shows nothing", false, true],
    ["not where the tenant shows it", true, false],
  ])("says so before Done: %s", async (_what, hasReports, isOnTrust) => {
    const world = createWorld({ tenant: aTenant({ hands: allBy("person") }), hasReports });
    await world.open();
    await world.work();

    const { phase } = world.request();
    expect(phase).toMatchObject({ step: "create-security-group" });
    expect("isOnTrust" in phase).toBe(isOnTrust);
  });

  it("says nothing where the tenant is away, and asks again at Done", async () => {
    const world = createWorld({ tenant: aTenant({ hands: allBy("person") }) });
    await world.open();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "unreachable" });
    await world.work();
    const { phase } = world.request();

    expect(phase).not.toHaveProperty("isOnTrust");
    const step = "create-security-group";
    expect(await world.click(dan, { kind: "report-done", step })).toMatchObject({ kind: "fault" });
    expect(world.request().finished).not.toContain(step);
  });

  it("is an activation too, where nobody sees what is pending: the verdict remembers both", async () => {
    const world = createWorld({ tenant: aTenant({ hands }), hasReports: false });
    await world.open();
    await world.live();

    expect(world.events().find(({ kind }) => kind === "handed-over")).toMatchObject({
      step: "activate",
      isOnTrust: true,
    });
    expect(world.request().facts.verification?.onTrust).toEqual([
      { what: "the activation", by: dan },
    ]);
  });
});
