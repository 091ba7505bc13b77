import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import { ok } from "../../../src/result.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ben, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import {
  activateByHand,
  handedOver as handedRollback,
  rollbackStep,
} from "../../support/scenes/rollback.ts";

type Step = Extract<Command, { kind: "start" }>["step"];

const policies = "activate-authentication-policies" satisfies Step;
const lapsedForMs = hourMs / 4;
const weekend = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" } as const;

/** A person has the activation of the authentication policies; everything before it is done. */
async function handedPolicies(): Promise<World> {
  const hands = { ...allBy("runner"), [policies]: "person" } as const;
  const world = createWorld({
    tenant: aTenant({ hands, authenticationPolicy: { allowedTypes: ["X"] } }),
  });
  world.workday.tenant.guardSignOn();
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

function carryOutIn(world: World, step: Step): void {
  const found = world.request().plan.find(({ name }) => name === step);
  if (found === undefined || !("task" in found)) throw new Error("No such task");
  world.workday.tenant.perform(found.task);
}

function closeWindow(world: World): void {
  world.configure((place) => ({ ...place, tenant: { ...place.tenant, changeWindows: [weekend] } }));
}

describe.each([
  ["a roll back by hand", rollbackStep, handedRollback],
  ["an activation of authentication policies by hand", policies, handedPolicies],
] as const)("%s", (_what, step, handed) => {
  const start: Command = { kind: "start", step };
  const done: Command = { kind: "report-done", step };

  it("is begun with Start and is over with Done, which counts for fifteen minutes", async () => {
    const world = await handed();
    expect(world.request().phase).toMatchObject({ step, start: { kind: "needed" } });
    expect(await world.click(dan, done)).toMatchObject({ refusal: "not-started" });

    expect(await world.click(dan, start)).toMatchObject({ kind: "accepted" });
    const until = instant(world.clock.now() + lapsedForMs);
    expect(world.request().phase).toMatchObject({ start: { kind: "started", by: dan, until } });
    expect(await world.click(eve, start)).toMatchObject({ refusal: "started-already" });
    carryOutIn(world, step);
    expect(await world.click(dan, done)).toMatchObject({ kind: "accepted" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(await world.click(dan, start)).toMatchObject({ refusal: "not-waiting-for-that" });
  });

  it("asks for approval again where who approved may not any more", async () => {
    const world = await handed();
    world.directory.setStanding(ben, "deactivated");

    expect(await world.click(dan, start)).toMatchObject({ refusal: "do-not-activate" });
    await world.work();

    expect(world.events().map(({ kind }) => kind)).toContain("approval-lapsed");
    expect(await world.click(dan, done)).toMatchObject({ refusal: "not-waiting-for-that" });
  });

  it("waits for the change window where it closed before Start", async () => {
    const world = await handed();
    closeWindow(world);

    expect(await world.click(dan, start)).toMatchObject({ refusal: "do-not-activate" });
    expect(world.request().phase.kind).toBe("waiting-for-window");
  });

  it("counts for who did it in time and said so after the lapse", async () => {
    const world = await handed();
    await world.click(dan, start);
    carryOutIn(world, step);
    world.clock.goOn(lapsedForMs);
    await world.sweep();
    expect(await world.click(dan, done)).toMatchObject({ refusal: "not-started" });

    expect(await world.click(dan, start)).toMatchObject({ kind: "accepted" });
    expect(await world.click(dan, done)).toMatchObject({ kind: "accepted" });
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("goes on with a Done alone where an earlier version handed it over", async () => {
    const world = await handed();
    const { id, version } = world.request();
    const expiresAt = instant(world.clock.now() + hourMs);
    const change = { id, key: `older ${version}`, now: world.clock.now() };
    await world.store.decide(change, () => ok([{ kind: "handed-over", step, expiresAt }]));

    expect(await world.click(dan, start)).toMatchObject({ refusal: "not-waiting-for-that" });
    expect(await world.click(dan, done)).toMatchObject({ kind: "accepted" });
  });
});

describe("a roll back by hand whose tenant moved on", () => {
  it.each([
    ["before Start", false],
    ["after a Start that lapsed", true],
  ])("is not begun: %s", async (_when, isStarted) => {
    const world = await handedRollback();
    if (isStarted) {
      await world.click(dan, { kind: "start", step: rollbackStep });
      world.clock.goOn(lapsedForMs);
    }
    activateByHand(world);

    const reply = await world.click(dan, { kind: "start", step: rollbackStep });

    expect(reply).toMatchObject({ refusal: "do-not-activate" });
    expect(world.events()).toContainEqual({
      kind: "approval-voided",
      isOutdated: true,
      difference: { added: [], gone: [] },
    });
    expect((await world.work()).phase).toMatchObject({ kind: "stuck", step: "approve-plan" });
  });

  it.each(["denied", "unreachable"] as const)(
    "is not begun while the newest activation cannot be read: %s",
    async (kind) => {
      const world = await handedRollback();
      await world.click(dan, { kind: "start", step: rollbackStep });
      world.clock.goOn(lapsedForMs);
      world.mishaps.fail("workday.readTimestamps", { kind, times: 9 });

      expect(await world.click(dan, { kind: "start", step: rollbackStep })).toMatchObject({
        kind: "fault",
      });
      expect(world.request().phase).toMatchObject({ kind: "waiting-for-person" });
    },
  );
});
