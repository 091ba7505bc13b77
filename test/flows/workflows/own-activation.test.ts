import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { allBy } from "../../support/data/a-tenant.ts";
import { ann, ben, dan, eve } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  eventsOf,
  openAtOnce,
  phasesOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

const start: Command = { kind: "start", step: "activate" };
const done: Command = { kind: "report-done", step: "activate" };
const hands = { ...allBy("runner"), activate: "person" } as const;

/** A release of Ann's and Eve's requests that Ben approved, and that a person activates. Eve is a doer. */
async function handed(changes: Partial<Tenant> = {}): Promise<{
  readonly world: World;
  readonly release: RequestId;
  readonly ids: readonly RequestId[];
}> {
  const world = together({ hands, ...changes });
  const ids = await openAtOnce(world, [ann, eve]);
  const { id: release } = theRelease(world);
  await approveCard(world, release, ben);
  await run(world);
  return { world, release, ids };
}

describe("who asked for a request of a release", () => {
  it("does not carry out its activation, and another doer does", async () => {
    const { world, release, ids } = await handed();

    expect(await world.clickOn(release, eve, start)).toEqual({
      kind: "refused",
      refusal: "asked-for-it",
    });
    await world.clickOn(release, dan, start);
    world.workday.tenant.perform({ name: "activate", comment: release });
    expect(await world.clickOn(release, eve, done)).toEqual({
      kind: "refused",
      refusal: "asked-for-it",
    });
    expect(await world.clickOn(release, dan, done)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(phasesOf(world, [release, ...ids])).toEqual(["done", "done", "done"]);
    expect(eventsOf(world, release, "step-finished")[0]).not.toHaveProperty("note");
  });

  it("does where the tenant says so, and the record names it", async () => {
    const { world, release } = await handed({ requestersMayActivate: true });

    expect(await world.clickOn(release, eve, start)).toMatchObject({ kind: "accepted" });
    world.workday.tenant.perform({ name: "activate", comment: release });
    expect(await world.clickOn(release, eve, done)).toMatchObject({ kind: "accepted" });
    const record = JSON.stringify(eventsOf(world, release, "step-finished"));
    expect(record).toContain("Carried out by who asked for it");
  });

  it("is no stranger to whom it is told", async () => {
    const { world, release } = await handed();

    expect(await world.clickOn(release, ann, start)).toEqual({
      kind: "refused",
      refusal: "not-a-doer",
    });
  });
});

describe("who asked for the one request of an activation", () => {
  it("does not carry it out, and may carry out its other tasks", async () => {
    const world = together({ hands: { ...hands, "grant-permissions": "person" } });
    const [id] = await openAtOnce(world, [eve]);
    if (id === undefined) throw new Error("Nothing was opened");
    const grant = world.store.peek(id)?.plan.find(({ name }) => name === "grant-permissions");
    if (grant === undefined || !("task" in grant)) throw new Error("Nothing is granted");
    world.workday.tenant.perform(grant.task);
    const granted = { kind: "report-done", step: "grant-permissions" } as const;
    expect(await world.clickOn(id, eve, granted)).toMatchObject({ kind: "accepted" });
    await run(world);
    await approveCard(world, id, ben);
    await run(world);

    expect(await world.clickOn(id, eve, start)).toEqual({
      kind: "refused",
      refusal: "asked-for-it",
    });
  });
});
