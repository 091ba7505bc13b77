import { describe, expect, it } from "vitest";
import { startWork } from "../../../src/flows/lifecycle/start-work.ts";
import { warnOfUnconfiguredTenants } from "../../../src/flows/lifecycle/warn-of-unconfigured-tenants.ts";
import { inviteToEnter } from "../../../src/flows/pages/enter-secrets.ts";
import { sweep, sweepLeftBehind } from "../../../src/flows/watch/sweep.ts";
import { decideOn } from "../../../src/flows/workflows/handle-click.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { ann, ben, cy, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { atTask, step } from "../../support/scenes/client-scene.ts";

const gone = { kind: "refused", refusal: "tenant-gone" };

async function atCard(): Promise<World> {
  const world = createWorld();
  await world.open();
  await world.work();
  return world;
}

describe("a request whose tenant left the configuration", () => {
  it("answers every click, changes nothing, and goes on when the tenant is back", async () => {
    const world = await atCard();
    const digest = world.shownDigest();
    const before = world.events();
    world.configureTenant("gone");

    const replies = [
      await world.click(ben, { kind: "approve", digest }),
      await world.click(ben, { kind: "deny", digest, reason: "No" }),
      await world.click(dan, { kind: "report-done", step: "activate" }),
      await world.click(ann, { kind: "withdraw" }),
      await world.click(cy, { kind: "retry" }),
    ];
    await sweep(world.deps);
    await sweepLeftBehind(world.deps);
    const after = world.events();
    world.configureTenant("there");

    expect(replies).toEqual([gone, gone, gone, gone, gone]);
    expect(after).toEqual(before);
    expect(world.log.lines).toEqual([]);
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("answers a click that had counted already as before", async () => {
    const world = await atCard();
    const command = { kind: "withdraw" } as const;
    await world.click(ann, command);
    const { click } = world.answerer.answers.at(-1) ?? {};
    world.configureTenant("gone");

    expect(click && (await decideOn(world.deps, click, command))).toMatchObject({
      kind: "accepted",
    });
  });

  it("rests in the middle of its work, and the sweep takes it up again", async () => {
    const world = createWorld();
    await world.open();
    world.configureTenant("gone");

    await expect(world.work()).rejects.toThrow("not configured any more");
    await world.sweep();
    const resting = world.request();
    world.configureTenant("there");

    expect(resting).toMatchObject({ phase: { kind: "working" }, begun: [] });
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("starts no work", async () => {
    const world = await atCard();
    const started = [...world.engine.started];
    world.configureTenant("gone");

    await startWork(world.deps, { ...world.request(), phase: { kind: "working", since: 99 } });

    expect(world.engine.started).toEqual(started);
  });

  it("takes no values meanwhile", async () => {
    const { world } = await atTask();
    world.configureTenant("gone");

    const invited = await inviteToEnter(world.deps, { by: dan, request: world.id, step });

    expect(invited).toEqual({ ok: false, error: "tenant-gone" });
  });
});

describe("a plan whose tenant left the configuration", () => {
  it("is not opened, and is kept", async () => {
    const world = createWorld();
    await world.store.keepDraft(world.id, { by: ann, raw: aRawDraft() });
    world.configureTenant("gone");

    const refused = await world.click(ann, { kind: "open" });
    world.configureTenant("there");

    expect(refused).toEqual(gone);
    expect(await world.click(ann, { kind: "open" })).toMatchObject({ kind: "accepted" });
  });

  it("is not opened where it names no tenant at all", async () => {
    const world = createWorld();
    await world.store.keepDraft(world.id, { by: ann, raw: aRawDraft({ tenant: "" }) });

    expect(await world.click(ann, { kind: "open" })).toEqual(gone);
  });
});

describe("warnOfResting", () => {
  it("names at the start each tenant that is missing, with how many requests rest", async () => {
    const world = await atCard();
    await warnOfUnconfiguredTenants(world.deps);
    const before = [...world.log.lines];
    world.configureTenant("gone");

    await warnOfUnconfiguredTenants(world.deps);

    expect(before).toEqual([]);
    expect(world.log.lines).toEqual([
      {
        level: "warn",
        facts: { tenant: world.tenant.name, count: 1 },
        text: "open requests rest: their tenant is not in the configuration any more; put it back, and they go on",
      },
    ]);
  });
});
