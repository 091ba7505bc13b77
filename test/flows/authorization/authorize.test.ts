import { describe, expect, it } from "vitest";
import { dayMs, later, type PersonId } from "../../../src/flows/model/ids.ts";
import { type Delegation } from "../../../src/flows/request/delegation.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import { delegating } from "../../support/data/a-delegation.ts";
import { start } from "../../support/data/a-request.ts";
import { allBy } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, dan, eve, fay } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { approve, atCard, end } from "../../support/scenes/delegate-scene.ts";

const byTwo = { approvals: { needed: 2, neededWhenUnseen: 2 } };

function approvals(world: World): readonly unknown[] {
  return world.events().filter(({ kind }) => kind === "approved");
}

/** From the nth call of this name from now on: so many of them, or all. */
function failSlack({ mishaps }: World, call: string, nth: number, times?: number): void {
  const from = mishaps.calls.filter((one) => one === call).length + nth;
  mishaps.fail(call, { kind: "unreachable", from, ...(times !== undefined && { times }) });
}

describe("a delegate", () => {
  it("approves for who is away, and both are named", async () => {
    const world = await atCard();

    expect(await approve(world, fay)).toMatchObject({ kind: "accepted" });
    expect(approvals(world)).toMatchObject([{ by: fay, for: ben }]);
    expect(await world.work()).toMatchObject({
      phase: { kind: "done" },
      approval: { given: [{ by: fay, for: ben }] },
    });
  });

  it("denies for who is away", async () => {
    const world = await atCard();
    const digest = world.shownDigest();

    await world.click(fay, { kind: "deny", digest, reason: "No" });

    expect(world.request().closing).toEqual({ kind: "denied", by: fay, for: ben, reason: "No" });
  });

  it("looks at what came of it again for who is away", async () => {
    const world = await atCard();
    await world.live();
    world.clock.goOn(60_000);
    const again = { kind: "look-again" } as const;

    expect(await world.click(cy, again)).toEqual({ kind: "refused", refusal: "not-involved" });
    expect(await world.click(fay, again)).toMatchObject({ kind: "accepted" });
  });

  it("uses their own right first", async () => {
    const world = await atCard([{ to: bea }]);

    const digest = world.shownDigest();
    await approve(world, bea);

    expect(approvals(world)).toEqual([{ kind: "approved", by: bea, digest }]);
  });

  it.each<
    [
      what: string,
      delegations: readonly Partial<Delegation>[],
      prepare: (world: World) => unknown,
      by: PersonId,
      refusal: Refusal,
    ]
  >([
    [
      "before the first day",
      [{ from: later(start, dayMs) }],
      () => undefined,
      fay,
      "not-an-approver",
    ],
    [
      "when the last day is over",
      [{}],
      ({ clock }) => clock.goOn(7 * dayMs),
      fay,
      "not-an-approver",
    ],
    ["when it was ended", [{}], end, fay, "not-an-approver"],
    ["for somebody else's delegate", [{ to: cy }], () => undefined, fay, "not-an-approver"],
    [
      "when the configuration does not name them",
      [{ to: cy }],
      () => undefined,
      cy,
      "not-an-approver",
    ],
    ["for who is no approver", [{ by: dan }], () => undefined, fay, "not-an-approver"],
    [
      "for who left the workspace",
      [{}],
      ({ directory }) => directory.setStanding(ben, "deactivated"),
      fay,
      "not-an-approver",
    ],
    ["as a guest", [{}], ({ directory }) => directory.setStanding(fay, "guest"), fay, "guest"],
    ["their own request", [{ to: ann }], () => undefined, ann, "own-request"],
    [
      "a delegation that was handed on to them",
      [{ to: dan }, { by: dan, to: fay }],
      () => undefined,
      fay,
      "not-an-approver",
    ],
    ...[1, 2, 3].map(
      (
        from,
      ): [
        string,
        readonly object[],
        (world: World) => unknown,
        PersonId,
        "cannot-tell-who-you-are",
      ] => [
        `while Slack does not say (call ${from})`,
        [{}],
        (world) => failSlack(world, "directory.findStanding", from),
        fay,
        "cannot-tell-who-you-are",
      ],
    ),
    [
      "while Slack does not say who is a delegate",
      [{}],
      (world) => failSlack(world, "directory.isOn", 2),
      fay,
      "cannot-tell-who-you-are",
    ],
  ])("may not approve %s", async (_what, delegations, prepare, by, refusal) => {
    const world = await atCard(delegations);
    const digest = world.shownDigest();
    await prepare(world);

    expect(await world.click(by, { kind: "approve", digest })).toEqual({
      kind: "refused",
      refusal,
    });
  });

  it("may not approve for the requester: nobody approves their own through a delegate", async () => {
    const approvers = { people: [ann, ben], groups: [] };
    const world = await atCard([{ by: ann }], delegating({ approvers }));

    expect(await approve(world, fay)).toEqual({ kind: "refused", refusal: "not-an-approver" });
  });

  it("may not approve what they, or who is away, carried out in Workday", async () => {
    const group = { name: "create-security-group", groupName: "ISSG_Viva" } as const;
    const tenant = delegating({
      hands: { ...allBy("runner"), "create-security-group": "person" },
      doers: { people: [ben, fay], groups: [] },
    });
    const own = await atCard([{}], tenant);
    own.workday.tenant.perform(group);
    await own.click(fay, { kind: "report-done", step: "create-security-group" });
    await own.work();
    expect(await approve(own, fay)).toEqual({ kind: "refused", refusal: "did-a-step" });

    const absent = await atCard([{}], tenant);
    absent.workday.tenant.perform(group);
    await absent.click(ben, { kind: "report-done", step: "create-security-group" });
    await absent.work();
    expect(await approve(absent, fay)).toEqual({ kind: "refused", refusal: "not-an-approver" });
  });

  it("decides nothing where the tenant has no delegation", async () => {
    const { delegation: _off, ...tenant } = delegating();

    expect(await approve(await atCard([{}], tenant), fay)).toMatchObject({
      refusal: "not-an-approver",
    });
  });
});

describe("a list that Slack cannot read", () => {
  it("does not keep a delegate out whose delegator can be told", async () => {
    const world = await atCard();
    failSlack(world, "directory.isOn", 1, 1);

    expect(await approve(world, fay)).toMatchObject({ kind: "accepted" });
    expect(approvals(world)).toMatchObject([{ by: fay, for: ben }]);
  });

  it("does not keep a delegate from denying", async () => {
    const world = await atCard();
    const digest = world.shownDigest();
    failSlack(world, "directory.isOn", 1, 1);

    await world.click(fay, { kind: "deny", digest, reason: "No" });

    expect(world.request().closing).toMatchObject({ kind: "denied", by: fay, for: ben });
  });

  it("does not keep out who decides for another one too", async () => {
    const world = await atCard([{}, { by: eve }]);
    // Whether Fay approves, is a delegate, and whether Ben approves.
    failSlack(world, "directory.isOn", 3, 1);

    expect(await approve(world, fay)).toMatchObject({ kind: "accepted" });
    expect(approvals(world)).toMatchObject([{ by: fay, for: eve }]);
  });

  it("says so to a doer who is on no list that can be told", async () => {
    const world = await atCard();
    failSlack(world, "directory.isOn", 1, 1);

    expect(await approve(world, cy)).toEqual({
      kind: "refused",
      refusal: "cannot-tell-who-you-are",
    });
  });

  it("leaves the approval of a delegate open at the hand-over, and never over", async () => {
    const world = await atCard([{}, { by: eve }]);
    await approve(world, fay);
    // Whether Fay is a delegate, and whether Ben, for whom it was given, approves; Eve does.
    failSlack(world, "directory.isOn", 2, 1);

    const waiting = await world.work();

    expect(waiting.phase).toMatchObject({ kind: "waiting-for-outside", step: "activate" });
    expect(world.events().some(({ kind }) => kind === "approval-lapsed")).toBe(false);
  });
});

describe("the quorum with delegates", () => {
  const tenant = delegating(byTwo);

  it.each<
    [what: string, delegations: readonly Partial<Delegation>[], first: PersonId, second: PersonId]
  >([
    ["the delegate, then the delegator", [{}], fay, ben],
    ["the delegator, then the delegate", [{}], ben, fay],
    ["one delegate for two", [{}, { by: eve }], fay, fay],
    ["two delegates for one", [{}, { to: dan }], fay, dan],
  ])("counts as one: %s", async (_what, delegations, first, second) => {
    const world = await atCard(delegations, tenant);
    await approve(world, first);

    expect(await approve(world, second)).toEqual({ kind: "refused", refusal: "approved-already" });
  });

  it("counts two approvers and two people", async () => {
    const world = await atCard([{}, { by: eve }], tenant);
    await approve(world, ben);
    await approve(world, fay);

    expect(approvals(world)).toMatchObject([{ by: ben }, { by: fay, for: eve }]);
    expect(await world.work()).toMatchObject({ phase: { kind: "done" } });
  });
});
