import { describe, expect, it } from "vitest";
import { remind } from "../../../src/flows/approval/remind.ts";
import { approversOf } from "../../../src/flows/authorization/approvers.ts";
import { later } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { sweep } from "../../../src/flows/watch/sweep.ts";
import { expiresAt, given, start } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { approved, asked, opening } from "../../support/data/events.ts";
import { bea, ben, cy, eve, securityAdmins } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const escalation = { afterMs: 24 * hourMs, approvers: { people: [cy, ben], groups: [] } };
const tenant = aTenant({ remindAfterMs: [4, 12, 24].map((hours) => hours * hourMs), escalation });
const escalated: Event = { kind: "escalated", expiresAt };

function reminded(due: number): Event {
  return { kind: "reminded", due, expiresAt };
}

async function atCard(): Promise<World> {
  const world = createWorld({ tenant });
  await world.open();
  await world.work();
  return world;
}

describe("remind", () => {
  it.each<[what: string, before: readonly Event[], hours: number, events: readonly Event[]]>([
    ["nothing before the first time", [asked], 3.999, []],
    ["at the first time", [asked], 4, [reminded(1)]],
    ["nothing twice", [asked, reminded(1)], 11, []],
    ["at the second time", [asked, reminded(1)], 12, [reminded(2)]],
    ["once for two that went by", [asked], 13, [reminded(2)]],
    ["and escalates", [asked, reminded(2)], 24, [escalated, reminded(3)]],
    ["nothing more after that", [asked, escalated, reminded(3)], 71, []],
    ["from the start for a new card", [asked, escalated, reminded(3), asked], 4, [reminded(1)]],
    ["nobody when nobody is asked", [], 30, []],
    ["nobody once it is approved", [asked, approved, reminded(1)], 30, []],
  ])("reminds %s", (_what, before, hours, events) => {
    expect(remind(given(opening, ...before), later(start, hours * hourMs), tenant)).toEqual(events);
  });

  it("escalates to nobody without a second list", () => {
    const request = given(opening, asked);

    expect(remind(request, later(start, 30 * hourMs), aTenant())).toEqual([]);
  });
});

describe("approversOf", () => {
  it.each([
    ["the first list before the escalation", [asked], tenant, [ben, eve]],
    ["both lists from then on", [asked, escalated], tenant, [ben, eve, cy]],
    ["the first where the second is gone", [asked, escalated], aTenant(), [ben, eve]],
  ] as const)("is %s", (_what, before, rules, people) => {
    expect(approversOf(given(opening, ...before), rules)).toEqual({
      people,
      groups: [securityAdmins],
    });
  });
});

describe("a card that nobody decides", () => {
  it("is brought to mind once on however many replicas, and shown", async () => {
    const world = await atCard();
    world.clock.goOn(4 * hourMs);

    await Promise.all([sweep(world.deps), sweep(world.deps)]);
    await world.sweep();

    expect(world.events().filter(({ kind }) => kind === "reminded")).toHaveLength(1);
    expect(await world.outbox.listBehind()).toMatchObject([{ request: world.id }]);
  });

  it("may be approved by the second list only from its escalation on, also at the hand-over", async () => {
    const world = await atCard();
    const approve = { kind: "approve", digest: world.shownDigest() } as const;

    const early = await world.click(cy, approve);
    world.clock.goOn(24 * hourMs);
    await world.sweep();
    const late = await world.click(cy, approve);
    const done = await world.live();

    expect(early).toEqual({ kind: "refused", refusal: "not-an-approver" });
    expect(late.kind).toBe("accepted");
    expect(done.phase).toEqual({ kind: "done" });
    expect(done.approval?.given.map(({ by }) => by)).toEqual([cy]);
  });

  it("may still be approved by the first list", async () => {
    const world = await atCard();
    world.clock.goOn(24 * hourMs);
    await world.sweep();

    await world.click(bea, { kind: "approve", digest: world.shownDigest() });

    expect((await world.live()).phase).toEqual({ kind: "done" });
  });
});
