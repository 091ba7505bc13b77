import { describe, expect, it } from "vitest";
import { recheckQuorum } from "../../../src/flows/approval/recheck-approval.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const nothing = { pending: { kind: "seen", changes: [] }, others: [] } as const;
const lapsed = { kind: "approval-lapsed", why: { people: [] } } as const;
const two = aTenant({ approvals: { needed: 2, neededWhenUnseen: 2 } });

/** One has approved, and nothing was done yet. */
async function approved(): Promise<World> {
  const world = createWorld();
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  return world;
}

describe("recheckQuorum", () => {
  it("finds nothing while as many have approved as are asked for", async () => {
    const world = await approved();

    expect(recheckQuorum(world.deps, world.request(), nothing)).toBeUndefined();
  });

  it("finds that the approval lapses where more are asked for by now, and writes nothing down", async () => {
    const world = await approved();
    const before = world.events();
    world.configure((place) => ({ ...place, tenant: two }));

    expect(recheckQuorum(world.deps, world.request(), nothing)).toEqual(lapsed);
    expect(world.events()).toEqual(before);
  });

  it("finds that it lapses where nobody has approved", async () => {
    const world = createWorld();
    await world.open();

    expect(recheckQuorum(world.deps, world.request(), nothing)).toEqual(lapsed);
  });
});
