import { describe, expect, it } from "vitest";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { like } from "../../bot/support/like.ts";
import { allBy, aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { ann, ben, eve } from "../../support/data/people.ts";
import { edit, keepEdit, untilActivation } from "../../support/scenes/edits.ts";
import {
  approve,
  asking,
  atActivation,
  getting,
  hideActive,
  learning,
  opened,
  own,
  pendingOf,
  problemsIn,
} from "../../support/scenes/segment-edits.ts";
import {
  activeIn,
  groupOf,
  inSegments,
  segmentGroup,
  stepsOf,
  workers,
} from "../../support/scenes/segment-scene.ts";

describe("an edit of segments that are made already", () => {
  it("gives back what does not move any more, moves what does now, and asks for its activation anew", async () => {
    const { world, raw } = await atActivation();
    const before = world.shownDigest();
    const live = activeIn(world);

    await edit(world, asking(raw, learning, "Worker Data: Workers", "Badge Data"));

    expect(stepsOf(world)).toEqual([
      "make-segments",
      "create-segment-group",
      "grant-in-segments",
      "grant-permissions",
      "revoke-permissions",
      "revoke-in-segments",
      "approve",
      "activate",
      "verify",
    ]);
    expect(pendingOf(world)).toEqual([
      `${segmentGroup}: Added Get Badge Data`,
      `${segmentGroup}: Added Get ${learning}`,
      `${segmentGroup}: Added Get Worker Data: Workers`,
      `${own}: Removed Get ${learning}`,
      `${own}: Removed Get Worker Data: Workers`,
    ]);
    expect(activeIn(world)).toEqual(live);
    const late = await world.click(ben, { kind: "approve", digest: before });
    expect(late).toEqual({ kind: "refused", refusal: "outdated-card" });

    await approve(world);
    expect(activeIn(world)).toEqual(
      [
        `${segmentGroup}: Get Badge Data`,
        `${segmentGroup}: Get ${learning}`,
        `${segmentGroup}: Get Worker Data: Workers`,
        `${own}: Get Reports: Learning Record`,
        `${own}: Put ${learning}`,
      ].toSorted(),
    );
    expect(world.request().phase).toEqual({ kind: "done" });
    const items = world.request().facts.verification?.items ?? [];
    expect(items.filter(({ kind }) => kind !== "unseen")).toEqual([]);
  });

  it("tells what is different by its group, to the approver too", async () => {
    const { world, raw } = await atActivation();

    await edit(world, { ...asking(raw, learning, "Worker Data: Workers"), reason: "Less" });

    expect(world.request().lastEdit?.changes).toEqual([
      "reason: Less to see → Less",
      "domain taken out: Get: Worker Data: Workers",
      "domain taken out: Get: Reports: Learning Record in the segments",
      `domain taken out: Put: ${learning} in the segments`,
      "domain added: Get: Reports: Learning Record",
      `domain added: Put: ${learning}`,
      "domain added: Get: Worker Data: Workers in the segments",
    ]);
  });

  it.each<[how: string, tenant: Tenant, hasReports: boolean]>([
    ["by people", aTenant({ hands: allBy("person") }), true],
    ["where nobody sees what groups hold", aTenant(), false],
    ["where the plan is approved first", aTenantOfPlans(), true],
  ])("goes the same way %s", async (_how, tenant, hasReports) => {
    const { world, raw } = await atActivation({}, { tenant, hasReports });

    await edit(world, asking(raw, "Worker Data: Workers"));
    await untilActivation(world);

    expect(pendingOf(world)).toEqual([
      `${segmentGroup}: Added Get Worker Data: Workers`,
      `${own}: Removed Get Worker Data: Workers`,
    ]);
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("of the reason alone does nothing anew, and is approved anew", async () => {
    const { world, raw } = await atActivation();
    const orders = world.runner.orders.length;
    const pending = pendingOf(world);

    await edit(world, { ...raw, reason: "The auditors ask for it" });

    expect(world.runner.orders).toHaveLength(orders);
    expect(pendingOf(world)).toEqual(pending);
    expect(world.request()).toMatchObject({ edits: 1, phase: { kind: "waiting-for-approval" } });
    await approve(world);
    expect(activeIn(world)).toEqual([...inSegments, workers].toSorted());
  });

  it("takes back all that was ever asked for when it does not end well", async () => {
    const { world, raw } = await atActivation();
    const live = activeIn(world);
    await edit(world, asking(raw, "Worker Data: Workers"));
    await edit(world, asking(raw, "Badge Data"));
    expect(pendingOf(world)).toEqual([`${segmentGroup}: Added Get Badge Data`]);

    await world.click(ann, { kind: "withdraw" });
    const ended = await world.work();

    expect(stepsOf(world)).toEqual([
      "grant-permissions",
      "revoke-in-segments",
      "close-segment-group",
    ]);
    expect(ended.plan[1]).toMatchObject({
      task: {
        permissions: {
          Get: ["Badge Data", learning, "Reports: Learning Record", "Worker Data: Workers"],
          Put: [learning],
        },
      },
    });
    expect(pendingOf(world)).toEqual([]);
    expect(activeIn(world)).toEqual(live);
    expect(groupOf(world)?.active).toBe(false);
  });

  it("goes on from a half made one: nothing granted in vain is taken back", async () => {
    const { world, raw } = await opened({ domains: getting(learning, "Bage Data") });
    world.runner.refuseNext("grant-in-segments", {
      kind: "failed",
      reason: "error",
      words: "There is no such domain.",
    });
    expect((await world.work()).phase).toMatchObject({ step: "grant-in-segments" });

    await edit(world, asking(raw, learning, "Badge Data"));

    expect(stepsOf(world)).not.toContain("revoke-in-segments");
    expect(stepsOf(world)).not.toContain("grant-permissions");
    await approve(world);
    expect(activeIn(world)).toContain(`${segmentGroup}: Get Badge Data`);
    expect(
      world.runner.orders.filter(({ task }) => task.name === "create-segment-group"),
    ).toHaveLength(1);
  });

  it("looks anew who else may do what is asked for now", async () => {
    const { world, raw } = await atActivation();
    world.workday.tenant.addGroup("HR", ["ISU_Viva"]);
    const permissions = { Get: ["Worker Data: Workers"], Put: [], View: [], Modify: [] };
    world.workday.tenant.addActive("HR", permissions);

    await edit(world, asking(raw, "Worker Data: Workers"));

    expect(world.request().draft).toMatchObject({
      otherWays: { kind: "seen", groups: [{ groupName: "HR", hasAccount: true }] },
    });
  });

  it("moves nothing that somebody else gave to the account's own group meanwhile, and says so", async () => {
    const { world, raw } = await atActivation();
    const permissions = { Get: ["Badge Data"], Put: [], View: [], Modify: [] };
    world.workday.tenant.addActive(own, permissions);

    expect(problemsIn(await edit(world, asking(raw, learning, "Badge Data")))).toEqual({
      userName: like("By now ISSG_Viva may do Get: Badge Data for everything"),
    });
    expect((await edit(world, asking(raw, learning))).kind).toBe("accepted");
  });

  it("moves nothing that somebody else took from the account's own group meanwhile, and says so", async () => {
    const { world, raw } = await atActivation();
    hideActive(world, own, "Worker Data: Workers");

    expect(problemsIn(await edit(world, asking(raw, learning, "Worker Data: Workers")))).toEqual({
      userName: like("By now ISSG_Viva may not do Get: Worker Data: Workers any more"),
    });
    expect((await edit(world, asking(raw, learning))).kind).toBe("accepted");
  });

  it("is not decided where nobody answers who else may do it", async () => {
    const { world, raw } = await atActivation();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });

    const reply = await edit(world, asking(raw, "Badge Data"));

    expect(reply).toMatchObject({ kind: "not-opened", check: { kind: "fault" } });
    expect(world.request().edits).toBe(0);
  });

  it.each<[what: string, changes: Partial<RawSegment>, problems: object]>([
    [
      "other topics",
      { segmentNames: "Compliance" },
      { segmentNames: like("Compliance, Onboarding") },
    ],
    ["categories", { segmentKind: "categories" }, { segmentNames: like("the learning topics") }],
    ["another segment", { segmentId: "Other" }, { segmentId: like("ISU_Viva topics") }],
    ["another group", { segmentGroup: "Other" }, { segmentGroup: like("no service renames") }],
    ["an inactive group", { segmentInactive: true }, { segmentInactive: like("is made active") }],
    ["no reason", { reason: "" }, { reason: like("Say why") }],
  ])("leaves what stays as it is, and says why: %s", async (_what, changes, problems) => {
    const { world, raw } = await atActivation();
    const before = world.shownDigest();

    expect(problemsIn(await edit(world, { ...raw, ...changes }))).toEqual(problems);
    expect(world.shownDigest()).toBe(before);
  });

  it("leaves a group inactive that is made so", async () => {
    const { world, raw } = await atActivation({ segmentInactive: true });

    const reply = await edit(world, { ...raw, segmentInactive: false });

    expect(problemsIn(reply)).toEqual({ segmentInactive: like("is made inactive") });
  });

  it("is its requester's, and counts once of two at once", async () => {
    const { world, raw } = await atActivation();
    const late = await keepEdit(world, asking(raw, "Payroll"));
    for (const by of [ben, eve])
      expect(await edit(world, asking(raw, "Payroll"), { by })).toEqual({
        kind: "refused",
        refusal: "not-the-requester",
      });

    await edit(world, asking(raw, "Badge Data"));

    for (const again of [late, late])
      expect(await world.click(ann, again)).toEqual({ kind: "refused", refusal: "edited-since" });
    expect(pendingOf(world)).toEqual([`${segmentGroup}: Added Get Badge Data`]);
  });

  it("is carried out once, wherever its process dies", async () => {
    const whole = await atActivation();
    const from = whole.world.mishaps.passed();
    await edit(whole.world, asking(whole.raw, "Worker Data: Workers"));
    const places = whole.world.mishaps.passed() - from;

    for (let place = 1; place <= places; place += 3) {
      const { world, raw } = await atActivation();
      const pressed = await keepEdit(world, asking(raw, "Worker Data: Workers"));
      world.mishaps.killAt(place);
      await world.click(ann, pressed);
      await world.work();

      expect(pendingOf(world)).toEqual(pendingOf(whole.world));
      expect(world.request().edits).toBe(1);
    }
  });
});
