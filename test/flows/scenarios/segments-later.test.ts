import { describe, expect, it } from "vitest";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { like } from "../../bot/support/like.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { aRawChange, aRawEnd, aSegmentation, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import {
  activeIn,
  everywhere,
  groupOf,
  inSegments,
  segmentGroup,
  stepsOf,
  withSegments,
  workers,
} from "../../support/scenes/segment-scene.ts";

describe("an account with segments", () => {
  it.each([
    ["gets back what its group held", true, [...everywhere, workers]],
    ["loses it all", false, [workers]],
  ])("that ends them %s", async (_what, isRestored, expected) => {
    const world = await withSegments();
    const domains = { Get: "Badge Data", Put: "", View: "", Modify: "" };

    await world.openNext(aRawEnd({ isRestored }));
    const done = await world.live();

    expect(stepsOf(world)).toEqual([
      ...(isRestored ? ["grant-permissions"] : []),
      "revoke-in-segments",
      "approve",
      "activate",
      "close-segment-group",
      "verify",
    ]);
    expect(activeIn(world)).toEqual(expected.toSorted());
    expect(groupOf(world)?.active).toBe(false);
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    await watchDrift(world.deps, 0);
    expect(world.request().drift).toEqual([]);
    await world.openNext(await aSegmentation(world, { segmentGroup: "Another", domains }));
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("is different when the group was not closed, or holds something still", async () => {
    const world = await withSegments();
    await world.openNext(aRawEnd());
    const { tenant } = world.workday;
    world.runner.beforeNext("activate", () =>
      tenant.addActive(segmentGroup, { Get: ["Payroll"], Put: [], View: [], Modify: [] }),
    );
    const done = await world.live();

    expect(done.facts.verification?.items.map(({ words }) => words)).toEqual([
      `${segmentGroup}: Get on Payroll is active.`,
    ]);
  });

  it.each([
    ["ended", aRawEnd()],
    ["retired", aRawChange({ kind: "retire" })],
  ])("is %s unseen without reports", async (_what, raw) => {
    const world = await withSegments({}, { hasReports: false });
    await world.openNext(raw);

    const done = await world.live();

    expect(done.facts.verification?.outcome).toBe("unverified");
    expect(done.facts.verification?.items.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        like(`The group ${segmentGroup}: not seen`),
        like(`${segmentGroup}: Whether the group ${segmentGroup} may still do anything`),
      ]),
    );
  });

  it("is different where the group was opened again", async () => {
    const world = await withSegments();
    await world.openNext(aRawEnd());
    world.mishaps.meanwhile("workday.findUserOfSystem", async () =>
      world.workday.tenant.perform({
        name: "activate-security-group",
        groupName: segmentGroup,
      }),
    );

    const done = await world.live();

    expect(done.facts.verification?.items.map(({ words }) => words)).toEqual([
      `The security group ${segmentGroup} is still active.`,
    ]);
  });

  it("keeps them where their end is denied", async () => {
    const world = await withSegments();
    await world.openNext(aRawEnd());
    const ended = await world.live((digest) =>
      world.click(ben, { kind: "deny", digest, reason: "No" }),
    );

    expect(stepsOf(world)).toEqual(["grant-in-segments", "revoke-permissions"]);
    expect(ended.leftBehind).toEqual([]);
    expect(activeIn(world)).toEqual([...inSegments, workers].toSorted());
    const [kept] = toInventory(await world.store.listDone());
    expect(kept?.draft.kind).toBe("segment");
  });

  it.each([
    [{ userName: "ISU_X" }, { userName: like("no account ISU_X") }],
    [{ reason: "" }, { reason: like("Say why") }],
  ])("is not ended for %o", async (changes, problems) => {
    const world = await withSegments();

    expect(await world.openNext(aRawEnd(changes))).toMatchObject({ check: { problems } });
  });

  it("has something to end only while it has segments", async () => {
    const world = await withAccount();

    expect(await world.openNext(aRawEnd())).toMatchObject({
      check: { problems: { userName: like("no access by segments") } },
    });
  });

  it("is retired with them", async () => {
    const world = await withSegments();

    await world.openNext(aRawChange({ kind: "retire" }));
    const done = await world.live();

    expect(stepsOf(world)).toEqual([
      "approve-plan",
      "remove-group-member",
      "revoke-permissions",
      "revoke-in-segments",
      "approve",
      "activate",
      "close-segment-group",
      "inactivate-security-group",
      "scramble-user",
      "disable-secret",
      "verify",
    ]);
    expect(activeIn(world)).toEqual([]);
    expect(groupOf(world)?.active).toBe(false);
    expect(done.facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
  });

  it("gets all of it back where its retirement is denied before the activation", async () => {
    const world = await withSegments();
    await world.openNext(aRawChange({ kind: "retire" }));
    let cards = 0;
    await world.live((digest) => {
      cards += 1;
      return cards === 1
        ? world.click(ben, { kind: "approve", digest })
        : world.click(ben, { kind: "deny", digest, reason: "No" });
    });

    expect(activeIn(world)).toEqual([...inSegments, workers].toSorted());
    expect(world.workday.tenant.pending()).toEqual([]);
  });

  it("that is retired without any other permission revokes none", async () => {
    const domains = {
      Get: "Manage: Learning Content\nWorker Data: Workers\nReports: Learning Record",
      Put: "Manage: Learning Content",
      View: "",
      Modify: "",
    };
    const world = await withSegments({ domains });
    await world.openNext(aRawChange({ kind: "retire" }));

    expect(stepsOf(world)).not.toContain("revoke-permissions");
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("keeps them in a later request, and is compared with them", async () => {
    const world = await withSegments();
    await world.openNext(aRawChange());

    const done = await world.live();

    expect(done.draft).toMatchObject({ segmented: { groupName: segmentGroup } });
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
  });
});

describe("an inactive segment-based group", () => {
  const activateGroup = aRawChange({ kind: "activate-group" });

  it("is made, and activated by a request of its own", async () => {
    const world = await withSegments({ segmentInactive: true });
    expect(groupOf(world)?.active).toBe(false);
    expect(world.request().facts.verification?.outcome).toBe("unverified");

    await world.openNext(activateGroup);
    const done = await world.live();

    expect(stepsOf(world)).toEqual(["approve-plan", "activate-security-group", "verify"]);
    expect(groupOf(world)?.active).toBe(true);
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(await world.openNext(activateGroup)).toMatchObject({
      check: { problems: { userName: like("is active already") } },
    });
  });

  it("is activated without a report of groups too", async () => {
    const world = await withSegments({ segmentInactive: true }, { hasReports: false });

    await world.openNext(activateGroup);

    expect((await world.live()).phase).toEqual({ kind: "done" });
    expect(groupOf(world)?.active).toBe(true);
  });

  it("is inactive again where that is withdrawn too late", async () => {
    const world = await withSegments({ segmentInactive: true });
    await world.openNext(activateGroup);
    world.runner.refuseNext("activate-security-group", {
      kind: "failed",
      reason: "error",
      words: "The page did not answer.",
    });
    await world.live();
    await world.click(ann, { kind: "withdraw" });
    await world.work();

    expect(stepsOf(world)).toEqual(["inactivate-security-group"]);
    expect(groupOf(world)?.active).toBe(false);
    expect(world.request().leftBehind).toEqual([]);
  });
});
