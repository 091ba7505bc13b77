import { describe, expect, it } from "vitest";
import { handleClick } from "../../../src/flows/workflows/handle-click.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { askForSegments, groupOf, segmentGroup } from "../../support/scenes/segment-scene.ts";

const no = { kind: "failed", reason: "refused", words: "There is one already." } as const;

function done(world: World): readonly string[] {
  return world.workday.tenant.performed.map(({ name }) => name);
}

async function approve(world: World): Promise<void> {
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
}

async function withdraw(world: World): Promise<void> {
  await world.click(ann, { kind: "withdraw" });
  await world.work();
}

describe("the clean-up of a new security group", () => {
  it("leaves one alone that the runner would not make, where nobody sees whose it is", async () => {
    const world = createWorld({ hasReports: false });
    world.workday.tenant.addGroup("ISSG_Viva", ["ISU_Payroll_Prod"]);
    world.runner.refuseNext("create-security-group", no);
    await world.open();
    await world.work();

    await withdraw(world);

    expect(world.request().phase).toEqual({ kind: "ended" });
    expect(done(world)).not.toContain("inactivate-security-group");
    expect(world.request().leftBehind).toContainEqual({
      what: "security-group",
      words: like("ISSG_Viva may be there"),
    });
  });

  it("leaves one alone that others are in", async () => {
    const world = createWorld();
    world.runner.refuseNext("create-security-group", no);
    await world.open();
    await world.work();
    world.workday.tenant.addGroup("ISSG_Viva", ["ISU_Payroll_Prod"]);

    await withdraw(world);

    expect(done(world)).not.toContain("inactivate-security-group");
  });

  it("leaves one alone that is shown twice, once with others in it", async () => {
    const world = createWorld();
    world.runner.refuseNext("create-security-group", no);
    await world.open();
    await world.work();
    world.workday.tenant.addGroup("ISSG_Viva");
    world.workday.tenant.addGroup("ISSG_Viva", ["ISU_Payroll_Prod"]);

    await withdraw(world);

    expect(done(world)).not.toContain("inactivate-security-group");
  });

  it("is over where there is none", async () => {
    const world = createWorld();
    world.runner.refuseNext("create-security-group", no);
    await world.open();
    await world.work();

    await withdraw(world);

    expect(done(world)).toEqual([]);
    expect(world.request().leftBehind.map(({ what }) => what)).not.toContain("security-group");
  });

  it("inactivates one that was made, though nobody heard of it", async () => {
    const world = createWorld();
    world.mishaps.fail("runner.perform", { kind: "unknown", isDone: true });
    await world.open();
    await world.work();
    world.mishaps.clear();

    await withdraw(world);

    expect(world.workday.tenant.groups()).toMatchObject([{ name: "ISSG_Viva", active: false }]);
  });
});

describe("a security group of one name", () => {
  it("is made by one open request at a time, however it is spelt", async () => {
    const world = createWorld();
    await world.open();
    const { id } = world;

    const second = aRawDraft({
      userName: "ISU_Other",
      newSystem: "Other",
      groupName: "issg_VIVA",
    });

    expect(await world.openNext(second)).toMatchObject({
      kind: "not-opened",
      check: { problems: { groupName: like(`The open request ${id} changes`) } },
    });
  });
});

describe("the clean-up of a retirement", () => {
  it("puts an account into no group that it was taken out of by hand before", async () => {
    const world = await withAccount();
    const member = { groupName: "ISSG_Viva", userName: "ISU_Viva" };
    world.workday.tenant.perform({ name: "remove-group-member", ...member });
    await world.openNext(aRawChange({ kind: "retire" }));
    await approve(world);

    expect(world.request().plan.map(({ name }) => name)).not.toContain("remove-group-member");
    await withdraw(world);
    expect(world.workday.tenant.groups()).toMatchObject([{ members: [] }]);
  });

  it("puts it back where a report showed it in the group, though nobody heard of its leaving", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange({ kind: "retire" }));
    world.mishaps.fail("runner.perform", { kind: "unknown", isDone: true });
    await approve(world);
    world.mishaps.clear();

    await withdraw(world);

    expect(world.workday.tenant.groups()).toMatchObject([{ members: ["ISU_Viva"] }]);
  });

  it("does not where no report tells", async () => {
    const world = await withAccount({ hasReports: false });
    await world.openNext(aRawChange({ kind: "retire" }));
    world.runner.refuseNext("remove-group-member", no);
    await approve(world);
    const { length } = done(world);

    await withdraw(world);

    expect(done(world).slice(length)).toEqual([]);
    expect(world.request().leftBehind).toContainEqual({
      what: "security-group",
      words: like("ISU_Viva may be out of the security group ISSG_Viva"),
    });
  });
});

describe("the clean-up of access by segments", () => {
  it("leaves a group alone that the runner would not make, where nobody sees whose it is", async () => {
    const world = await withAccount({ hasReports: false });
    world.workday.tenant.addGroup(segmentGroup, ["somebody"]);
    world.runner.refuseNext("create-segment-group", no);
    await askForSegments(world);
    await world.work();

    await withdraw(world);

    expect(world.request().phase).toEqual({ kind: "ended" });
    expect(groupOf(world)?.active).toBe(true);
  });

  it("leaves the marks on content, which may have had them before", async () => {
    const world = await withAccount();
    await askForSegments(world, { content: "Code of conduct" });
    await approve(world);

    await withdraw(world);

    expect(world.workday.tenant.marked()).toEqual(["Compliance", "Onboarding"]);
  });
});

describe("Clean up again on a request from before", () => {
  it.each(["done", "open"])("is refused once a newer one is %s", async (standing) => {
    const world = await withAccount();
    await world.openNext(aRawChange({ kind: "retire" }));
    const old = world.id;
    await approve(world);
    world.mishaps.fail("runner.perform", { kind: "denied" });
    await withdraw(world);
    world.mishaps.clear();
    expect(world.request().gaveUp).toContain("add-group-member");
    await world.openNext(aRawChange({ kind: "retire" }));
    if (standing === "done") await world.live();
    const { length } = done(world);

    const again = {
      id: "click-old",
      by: ann,
      request: old,
      answerTo: { kind: "person" },
      command: { kind: "clean-up-again" },
    } as const;
    await handleClick(world.deps, world.engine.durableOf("click-old"), again);

    expect(world.answerer.answers.at(-1)?.reply).toEqual({
      kind: "refused",
      refusal: "changed-since",
    });
    await world.work();
    expect(done(world)).toHaveLength(length);
  });
});
