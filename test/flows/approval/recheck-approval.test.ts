import { describe, expect, it } from "vitest";
import { areStillEnough } from "../../../src/flows/approval/recheck-approval.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const nothing = { kind: "seen", changes: [] } as const;
const two = aTenant({ approvals: { needed: 2, neededWhenUnseen: 2 } });

/** One has approved, and nothing was done yet. */
async function approved(): Promise<World> {
  const world = createWorld();
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  return world;
}

describe("areStillEnough", () => {
  it("is so while as many have approved as are asked for", async () => {
    const world = await approved();
    const before = world.events();

    expect(await areStillEnough(world.deps, world.request(), nothing)).toBe(true);
    expect(world.events()).toEqual(before);
  });

  it("is not where more are asked for by now, and the approval lapses", async () => {
    const world = await approved();
    world.configure((place) => ({ ...place, tenant: two }));

    expect(await areStillEnough(world.deps, world.request(), nothing)).toBe(false);
    expect(world.events().at(-1)).toEqual({ kind: "approval-lapsed", people: [] });
  });

  it("is not where nobody has", async () => {
    const world = createWorld();
    await world.open();

    expect(await areStillEnough(world.deps, world.request(), nothing)).toBe(false);
    expect(world.events().at(-1)).toEqual({ kind: "approval-lapsed", people: [] });
  });
});
