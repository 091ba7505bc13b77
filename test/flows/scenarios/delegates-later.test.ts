import { describe, expect, it } from "vitest";
import { withDelegates } from "../../../src/flows/authorization/authorize.ts";
import { recheckApprovers } from "../../../src/flows/authorization/recheck-approvers.ts";
import { dayMs, later } from "../../../src/flows/model/ids.ts";
import { delegating } from "../../support/data/a-delegation.ts";
import { given, start } from "../../support/data/a-request.ts";
import { allBy, hourMs } from "../../support/data/a-tenant.ts";
import { opening } from "../../support/data/events.ts";
import { ann, bea, ben, dan, eve, fay, securityAdmins } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { approve, atCard, end } from "../../support/scenes/delegate-scene.ts";

const justBen = { people: [ben], groups: [] };

describe("what a delegate's approval rests on", () => {
  it.each<[what: string, change: (world: World) => unknown, why: string]>([
    ["the delegation was ended", end, "delegation-over"],
    ["the delegation ran out", ({ clock }) => clock.goOn(7 * dayMs), "delegation-over"],
    [
      "who is away is deactivated",
      ({ directory }) => directory.setStanding(ben, "deactivated"),
      "delegation-over",
    ],
    [
      "the delegate is a guest by now",
      ({ directory }) => directory.setStanding(fay, "guest"),
      "guest",
    ],
  ])("is asked anew at the hand-over when %s", async (_what, change, why) => {
    const world = await atCard([{}, { by: eve, to: fay, until: later(start, dayMs) }]);
    await approve(world, fay);
    await change(world);

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: fay, for: ben, why }],
    });
    expect(world.runner.orders.map(({ task }) => task.name)).not.toContain("activate");
  });

  it("does not let an own approval live on by somebody's delegation", async () => {
    const world = await atCard([{ to: bea }]);
    await approve(world, bea);
    world.directory.setMembers(securityAdmins, []);

    await world.work();

    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: bea, why: "not-an-approver" }],
    });
  });

  it("hands nothing over while Slack does not say", async () => {
    const world = await atCard();
    await approve(world, fay);
    world.mishaps.fail("directory.findStanding", { kind: "unreachable" });

    expect((await world.work()).phase).toMatchObject({
      kind: "waiting-for-outside",
      outside: "Slack",
    });
  });

  it("is nothing before there is an approval", async () => {
    expect(await recheckApprovers(createWorld().deps, given(opening))).toEqual({
      ok: true,
      value: [],
    });
  });

  it("keeps who is away from carrying out what was approved for them", async () => {
    const doers = { people: [ben, dan], groups: [] };
    const world = await atCard(
      [{}],
      delegating({ doers, hands: { ...allBy("runner"), activate: "person" } }),
    );
    await approve(world, fay);
    await world.work();

    expect(await world.click(ben, { kind: "report-done", step: "activate" })).toEqual({
      kind: "refused",
      refusal: "approved-it",
    });
  });
});

describe("mentions", () => {
  it("names the delegate in the card's thread and in reminders, and nobody who is barred", async () => {
    const delegations = [{}, { by: ann, to: eve }, { by: eve, to: ann }];
    const world = await atCard(
      delegations,
      delegating({ remindAfterMs: [hourMs], approvers: justBen }),
    );
    world.clock.goOn(hourMs);
    await world.sweep();

    const standIns = [{ by: fay, for: ben }];
    expect(world.events()).toContainEqual(
      expect.objectContaining({ kind: "approval-asked", standIns }),
    );
    expect(world.events().at(-1)).toMatchObject({ kind: "reminded", standIns });
  });

  it("adds nothing to other events", () => {
    const event = { kind: "escalated", expiresAt: start } as const;

    expect(withDelegates(event, [{ by: fay, for: ben }])).toBe(event);
  });
});
