import { describe, expect, it } from "vitest";
import { makeSegments } from "../../../src/flows/steps/make-segments.ts";
import { like } from "../../bot/support/like.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import {
  activeIn,
  askForSegments,
  everywhere,
  groupOf,
  inSegments,
  segmentGroup,
  stepsOf,
  withSegments,
  workers,
} from "../../support/scenes/segment-scene.ts";

describe("access by segments", () => {
  it.each(["runner", "person"] as const)("restricts what the group held, by %s", async (hand) => {
    const world = await withAccount({ tenant: aTenant({ hands: allBy(hand) }) });
    expect(activeIn(world)).toEqual([...everywhere, workers].toSorted());

    await askForSegments(world);
    const done = await world.live();

    expect(stepsOf(world)).toEqual([
      "make-segments",
      "create-segment-group",
      "grant-in-segments",
      "revoke-permissions",
      "approve",
      "activate",
      "verify",
    ]);
    expect(done.phase).toEqual({ kind: "done" });
    expect(activeIn(world)).toEqual([...inSegments, workers].toSorted());
    expect(groupOf(world)?.active).toBe(true);
    expect(await world.learning.listSegments()).toMatchObject({
      value: [{ name: "ISU_Viva topics", topics: [{}, {}].map(() => like("0")) }],
    });
    expect(world.workday.tenant.performed).toContainEqual({
      name: "create-segment-group",
      groupName: segmentGroup,
      securityGroups: ["ISSG_Viva"],
      segments: ["ISU_Viva topics"],
    });
  });

  it("is verified as far as anybody sees, and says what nobody does", async () => {
    const world = await withSegments();

    expect(world.request().facts.verification).toMatchObject({
      outcome: "unverified",
      items: [
        { kind: "unseen", words: like(`Which segments the group ${segmentGroup} opens: not seen`) },
      ],
    });
  });

  it("is asked to be approved for both groups, and nothing is live before", async () => {
    const world = await withAccount();
    await askForSegments(world);
    await world.work();

    expect(activeIn(world)).toEqual([...everywhere, workers].toSorted());
    const { phase } = world.request();
    if (phase.kind !== "waiting-for-approval" || phase.asked.pending.kind !== "seen") {
      throw new Error(phase.kind);
    }
    expect(phase.asked.pending.changes.map((one) => `${one.securityGroup} ${one.change}`)).toEqual([
      ...inSegments.map(() => `${segmentGroup} Added`),
      ...everywhere.map(() => "ISSG_Viva Removed"),
    ]);
    expect(world.request().facts.unseen).toEqual([]);
  });

  it("marks content before, with an approval of its own, by categories too", async () => {
    const world = await withSegments({ segmentKind: "categories", content: "Code of conduct" });

    expect(stepsOf(world).slice(0, 4)).toEqual([
      "approve-plan",
      "make-segments",
      "add-segments-to-content",
      "create-segment-group",
    ]);
    expect(world.workday.tenant.marked()).toEqual(["Compliance", "Onboarding"]);
    expect(await world.learning.list("category")).toMatchObject({
      value: [{ name: "Compliance" }, { name: "Onboarding" }],
    });
    expect(world.request().facts.verification?.items).toContainEqual({
      kind: "unseen",
      words: like("What the learning content is marked with"),
    });
  });

  it("makes nothing in Learning for segments that the tenant has", async () => {
    const world = await withSegments({
      segmentKind: "existing",
      segmentNames: "Job Application - Employee",
    });

    expect(stepsOf(world)).not.toContain("make-segments");
    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.performed).toContainEqual(
      expect.objectContaining({ segments: ["Job Application - Employee"] }),
    );
  });

  it("takes nothing away where the group held nothing of it", async () => {
    const domains = { Get: "Badge Data", Put: "", View: "", Modify: "" };
    const world = await withSegments({ domains });

    expect(stepsOf(world)).not.toContain("revoke-permissions");
    expect(activeIn(world)).toContain(`${segmentGroup}: Get Badge Data`);
  });

  it.each(["runner", "person"] as const)("that is denied is taken back, by %s", async (hand) => {
    const world = await withAccount({ tenant: aTenant({ hands: allBy(hand) }) });
    await askForSegments(world, { content: "Code of conduct" });
    let cards = 0;
    const ended = await world.live((digest) => {
      cards += 1;
      return cards === 1
        ? world.click(ben, { kind: "approve", digest })
        : world.click(ben, { kind: "deny", digest, reason: "No" });
    });

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(stepsOf(world)).toEqual([
      "grant-permissions",
      "revoke-in-segments",
      "close-segment-group",
    ]);
    expect(activeIn(world)).toEqual([...everywhere, workers].toSorted());
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(world.workday.tenant.marked()).toEqual(["Compliance", "Onboarding"]);
    expect(groupOf(world)?.active).toBe(false);
    expect(ended.leftBehind).toEqual([
      { what: "segment-group", words: like(`${segmentGroup} stays (inactive)`) },
      { what: "segments", words: like("Compliance, Onboarding, ISU_Viva topics may stay") },
      { what: "learning-content", words: like("Code of conduct is marked with Compliance") },
    ]);
  });

  it("leaves nothing of Learning behind that was there before", async () => {
    const world = await withAccount();
    const made = await world.learning.add("topic", "Compliance");
    const wid = made.ok ? made.value.wid : "";
    await world.learning.addSegment({ name: "ISU_Viva topics", topics: [wid] });
    await askForSegments(world, { segmentNames: "compliance" });
    const ended = await world.live((digest) =>
      world.click(ben, { kind: "deny", digest, reason: "No" }),
    );

    expect(ended.leftBehind).toEqual([
      { what: "segment-group", words: like(`${segmentGroup} stays (inactive)`) },
    ]);
  });

  it("lists what cannot be seen as left behind", async () => {
    const world = await withAccount({ hasReports: false });
    await askForSegments(world);
    const ended = await world.live((digest) => {
      world.mishaps.fail("workday.listLearning", { kind: "denied", times: 9 });
      world.mishaps.fail("workday.listSegments", { kind: "denied", times: 9 });
      return world.click(ben, { kind: "deny", digest, reason: "No" });
    });

    expect(ended.leftBehind).toMatchObject([
      { what: "permissions" },
      { what: "segment-group", words: like(`${segmentGroup} may be there`) },
      { what: "segments", words: like("Compliance, Onboarding, ISU_Viva topics may stay") },
    ]);
  });

  it("leaves no group behind that is gone, and says so of categories that cannot be seen", async () => {
    const world = await withAccount();
    await askForSegments(world, { segmentKind: "categories" });
    const ended = await world.live((digest) => {
      world.workday.tenant.deleteGroup(segmentGroup);
      world.mishaps.fail("workday.listLearning", { kind: "denied" });
      return world.click(ben, { kind: "deny", digest, reason: "No" });
    });
    world.workday.tenant.deleteGroup(segmentGroup);
    await world.click(ann, { kind: "clean-up-again" });
    await world.work();

    expect(ended.leftBehind.map(({ what }) => what)).toEqual(["segment-group", "segments"]);
    expect(world.request().leftBehind).toEqual([
      { what: "segments", words: like("Compliance, Onboarding may stay") },
    ]);
  });

  it("makes nothing of what is no learning", async () => {
    const world = await withAccount();
    const plain = anActing(world, { request: world.request() });
    await askForSegments(world, { segmentKind: "existing", segmentNames: "Benefits" });
    const existing = anActing(world, { request: world.request() });

    await expect(makeSegments(plain)).rejects.toThrow("makes no segments");
    await expect(makeSegments(existing)).rejects.toThrow("makes no segments");
  });

  it("says that a group which nobody closed is active", async () => {
    const world = await withAccount();
    await askForSegments(world, { segmentKind: "existing", segmentNames: "Benefits" });
    const ended = await world.live((digest) => {
      world.mishaps.meanwhile("workday.readSecurityGroups", async () =>
        world.workday.tenant.perform({
          name: "activate-security-group",
          groupName: segmentGroup,
        }),
      );
      return world.click(ben, { kind: "deny", digest, reason: "No" });
    });

    expect(ended.leftBehind).toEqual([
      { what: "segment-group", words: like(`${segmentGroup} stays (active)`) },
    ]);
  });

  it.each(["topics", "categories"] as const)(
    "stands still where Learning refuses the bot %s, and goes on when that is mended",
    async (segmentKind) => {
      const world = await withAccount();
      await askForSegments(world, { segmentKind });
      world.mishaps.fail("workday.addLearning", { kind: "denied", times: 1 });
      expect((await world.live()).phase).toMatchObject({ kind: "stuck", step: "make-segments" });

      await world.click(ann, { kind: "retry" });

      expect((await world.live()).phase).toEqual({ kind: "done" });
    },
  );

  it("stops where somebody made a segment of this ID meanwhile", async () => {
    const world = await withAccount();
    await askForSegments(world);
    await world.learning.addSegment({ name: "ISU_Viva topics", topics: ["1"] });

    expect((await world.live()).phase).toMatchObject({
      kind: "stuck",
      words: like("with other topics"),
    });
  });

  it.each([
    ["a category", { segmentKind: "categories" }],
    ["a topic", {}],
  ] as const)("is different where %s is gone by the end", async (_what, changes) => {
    const world = await withAccount();
    await askForSegments(world, changes);
    world.runner.beforeNext("activate", () => world.learning.forget());

    const done = await world.live();

    expect(done.facts.verification?.outcome).toBe("different");
    expect(done.facts.verification?.items).toEqual(
      expect.arrayContaining([
        { kind: "missing", words: like("Compliance") },
        { kind: "missing", words: like("Onboarding") },
      ]),
    );
  });

  it("says that nobody saw what Learning did not answer", async () => {
    const world = await withAccount();
    await askForSegments(world);
    world.runner.beforeNext("activate", () =>
      world.mishaps.fail("workday.listLearning", { kind: "denied", times: 9 }),
    );

    const done = await world.live();

    expect(done.facts.verification?.items).toContainEqual({
      kind: "unseen",
      words: like("Each learning topic"),
    });
  });
});
