import { describe, expect, it } from "vitest";
import { dayMs } from "../../../src/flows/model/ids.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, dan, eve } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  eventsOf,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

function digestOf({ phase }: Request): string {
  if (phase.kind !== "waiting-for-approval") throw new Error(phase.kind);
  return phase.asked.digest;
}

async function notNow(world: World, by = ben): Promise<string> {
  const release = theRelease(world);
  const command = { kind: "postpone", digest: digestOf(release), reason: "Month end" } as const;
  return (await world.clickOn(release.id, by, command)).kind;
}

describe("Not now, said to a release", () => {
  it("leaves all of its requests waiting, and calls its approvers again once", async () => {
    const world = together({ remindAfterMs: [hourMs], approvalExpiresAfterMs: 4 * dayMs });
    const ids = await openAtOnce(world, [ann, ann, ann]);

    expect(await notNow(world)).toBe("accepted");
    await run(world);
    world.clock.goOn(2 * hourMs);
    await world.sweep();

    const { id } = theRelease(world);
    expect(phasesOf(world, ids)).toEqual(ids.map(() => "waiting-for-release"));
    expect(theRelease(world).phase).toMatchObject({
      kind: "waiting-for-approval",
      postponed: { by: ben, reason: "Month end" },
    });
    expect(eventsOf(world, id, "reminded")).toEqual([]);
    world.clock.goOn(dayMs);
    await world.sweep();
    await world.sweep();
    expect(eventsOf(world, id, "reminded")).toHaveLength(1);
  });

  it("ends no later than without it: what nobody decides expires with its requests", async () => {
    const world = together({ approvalExpiresAfterMs: 2 * dayMs });
    const ids = await openAtOnce(world);
    for (let day = 0; day < 2; day += 0.5) {
      await notNow(world);
      world.clock.goOn(dayMs / 2);
      await world.sweep();
    }
    await run(world);

    expect(ids.map((id) => requestOf(world, id).closing?.kind)).toEqual(["expired", "expired"]);
  });

  it("keeps nobody from approving it, also who said it", async () => {
    const world = together();
    const ids = await openAtOnce(world);
    await notNow(world);

    await approveCard(world, theRelease(world).id, ben);
    await run(world);

    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });

  it("is said by the approvers of one of its requests, and by nobody else", async () => {
    const approvers = { people: [cy], groups: [] };
    const { approvers: own } = aTenant();
    const world = together({
      approvers: { ...own, people: [ben] },
      perRecipe: [{ recipe: "viva-learning", covers: "anything", rules: { approvers } }],
    });
    await openAtOnce(world);

    expect([await notNow(world, dan), await notNow(world, eve)]).toEqual(["refused", "refused"]);
    expect(await notNow(world, cy)).toBe("accepted");
  });
});
