import { describe, expect, it } from "vitest";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ben, cy, eve } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";
import {
  approveCard,
  eventsOf,
  openAtOnce,
  phasesOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

const ofRecipe = { approvers: { people: [cy], groups: [] } };
const strict = {
  authenticationPolicy: { allowedTypes: ["User Name Password"] },
  approvers: { people: [ben], groups: [] },
  perRecipe: [{ recipe: "viva-learning", covers: "anything", rules: ofRecipe }],
} as const;

describe("the authentication policies of a request that was released", () => {
  it.each([true, false])("are activated by the approvals of it (seen: %s)", async (hasReports) => {
    const world = together(strict, { hasReports });
    world.workday.tenant.guardSignOn();
    const ids = await openAtOnce(world);
    const { id } = theRelease(world);
    await approveCard(world, id, cy);
    if (!hasReports) await approveCard(world, id, ben);
    await run(world);

    expect(ids.flatMap((one) => eventsOf(world, one, "approval-lapsed"))).toEqual([]);
    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });

  it("are activated by an approval of the release's second list", async () => {
    const escalation = { afterMs: hourMs, approvers: { people: [eve], groups: [] } };
    const { perRecipe: _none, ...own } = strict;
    const world = together({ ...own, escalation });
    world.workday.tenant.guardSignOn();
    const ids = await openAtOnce(world);
    world.clock.goOn(hourMs);
    await world.sweep();
    await approveCard(world, theRelease(world).id, eve);
    await run(world);

    expect(ids.flatMap((one) => eventsOf(world, one, "approval-lapsed"))).toEqual([]);
    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });
});

describe("the authentication policies of a request whose card had parts", () => {
  it("are activated by the approvals of it, whatever else went live", async () => {
    const world = createWorld({ tenant: aTenant(strict) });
    world.workday.tenant.guardSignOn();
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await world.work();
    for (const by of [cy, ben]) {
      await world.click(by, { kind: "approve", digest: world.shownDigest() });
    }

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(eventsOf(world, world.id, "approval-lapsed")).toEqual([]);
  });

  it("are activated by the approvals of it where nobody sees what went live", async () => {
    const world = createWorld({ tenant: aTenant(strict), hasReports: false });
    world.workday.tenant.guardSignOn();
    await world.open();
    await world.work();
    for (const by of [cy, ben]) {
      await world.click(by, { kind: "approve", digest: world.shownDigest() });
    }

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(eventsOf(world, world.id, "approval-lapsed")).toEqual([]);
  });
});
