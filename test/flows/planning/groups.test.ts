import { describe, expect, it } from "vitest";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aRawGroup, aRawJoining } from "../../support/data/a-group.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const held = { Get: ["Worker Data: Workers"], Put: [], View: ["Payroll"], Modify: [] };

/** A tenant with the group ISSG_HR, which somebody else is in. */
function withGroup(raw: RawDraft = aRawJoining(), options: WorldOptions = {}): World {
  const world = createWorld({ raw, ...options });
  world.workday.tenant.addGroup("ISSG_HR", ["ISU_Other"]);
  world.workday.tenant.addActive("ISSG_HR", held);
  return world;
}

function groupOf(world: World, wanted = "ISSG_HR") {
  return world.workday.tenant.groups().find(({ name }) => name === wanted);
}

function stepsOf(world: World): readonly string[] {
  return world.request().plan.map(({ name }) => name);
}

async function problemsOf(world: World): Promise<unknown> {
  const reply = await world.open();
  return reply.kind === "not-opened" ? reply.check : reply.kind;
}

async function openApproved(world: World): Promise<void> {
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
}

describe("a constrained group", () => {
  const raw = aRawDraft({
    group: aRawGroup({
      groupType: "constrained",
      organizations: "Acme Germany",
      groupScope: "subordinates",
    }),
  });

  it("is made with its organizations, and verified", async () => {
    const world = createWorld({ raw });

    await world.open();
    const done = await world.live();

    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(world.workday.tenant.performed[0]).toEqual({
      name: "create-security-group",
      groupName: "ISSG_Viva",
      constrained: { organizations: ["Acme Germany"], scope: "subordinates" },
    });
  });

  it("is never left to the implementation service, which is asked for others", async () => {
    const tenant = aTenant({ hands: { ...allBy("implementation"), activate: "runner" } });
    const world = createWorld({ raw, tenant });

    await world.open();

    expect(world.request().plan.map(({ hand }) => hand)).not.toContain("implementation");
    expect(world.request().plan.map(({ hand }) => hand)).toContain("person");
  });
});

describe("an account for a group that exists", () => {
  it("joins it after an approval, which shows what that gives", async () => {
    const world = withGroup();

    await world.open();
    const waiting = await world.work();

    expect(stepsOf(world)).toEqual([
      "create-integration-system",
      "create-user",
      "approve-plan",
      "add-group-member",
      "issue-credential",
      "verify",
    ]);
    expect(waiting.phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve-plan", pending: { kind: "not-activated" } },
    });
    expect(waiting.draft).toMatchObject({
      groupName: "ISSG_HR",
      group: { kind: "existing", isActive: true, members: ["ISU_Other"], holds: held },
    });
    expect(groupOf(world)?.members).toEqual(["ISU_Other"]);

    const done = await world.live();
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(groupOf(world)?.members).toEqual(["ISU_Other", "ISU_Viva"]);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("asks only for what the group does not hold, with an approval of its own", async () => {
    const domains = {
      Get: "worker data:  workers\nManage: Location",
      Put: "",
      View: "",
      Modify: "",
    };
    const world = withGroup(aRawJoining({ domains }));

    await world.open();
    const done = await world.live();

    expect(done.draft).toMatchObject({
      permissions: { Get: ["Manage: Location"], Put: [], View: [], Modify: [] },
    });
    expect(stepsOf(world).filter((name) => name.startsWith("approve"))).toHaveLength(2);
    expect(done.facts.verification).toMatchObject({ outcome: "verified" });
  });

  it("never takes away what was there before when it is withdrawn", async () => {
    const domains = {
      Get: "Worker Data: Workers\nManage: Location",
      Put: "",
      View: "",
      Modify: "",
    };
    const world = withGroup(aRawJoining({ domains }));
    await openApproved(world);
    await world.work();
    expect(groupOf(world)?.members).toContain("ISU_Viva");

    await world.click(ann, { kind: "withdraw" });
    const ended = await world.live();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(groupOf(world)).toMatchObject({ active: true, members: ["ISU_Other"] });
    expect(world.workday.tenant.active()).toContain("ISSG_HR: Get Worker Data: Workers");
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(ended.leftBehind.map(({ what }) => what)).not.toContain("security-group");
  });

  it("stops where the group is not what was approved any more", async () => {
    const world = withGroup();
    await openApproved(world);
    const more = { Get: [], Put: [], View: [], Modify: ["Compensation"] };
    world.workday.tenant.addActive("ISSG_HR", more);

    const stuck = await world.work();

    expect(stuck.phase).toMatchObject({
      kind: "stuck",
      step: "add-group-member",
      words: like("not what was approved"),
    });
    expect(groupOf(world)?.members).toEqual(["ISU_Other"]);
  });

  it.each<[what: string, change: (world: World) => void]>([
    ["it is gone", (world) => world.workday.tenant.deleteGroup("ISSG_HR")],
    [
      "it has another member",
      (world) =>
        world.workday.tenant.perform({
          name: "add-group-member",
          groupName: "ISSG_HR",
          userName: "ISU_Third",
        }),
    ],
    [
      "it is inactive",
      (world) =>
        world.workday.tenant.perform({ name: "inactivate-security-group", groupName: "ISSG_HR" }),
    ],
  ])("stops as well when %s", async (_what, change) => {
    const world = withGroup();
    await openApproved(world);
    change(world);

    expect((await world.work()).phase).toMatchObject({ kind: "stuck", step: "add-group-member" });
  });

  it.each(["workday.readSecurityGroups", "workday.readGroupPermissions"] as const)(
    "waits where %s fails before the account joins",
    async (call) => {
      const world = withGroup();
      await openApproved(world);
      world.mishaps.fail(call, { kind: "denied" });

      expect((await world.work()).phase).toMatchObject({ kind: "stuck", step: "add-group-member" });
    },
  );

  it("is refused where there is no such group", async () => {
    const world = createWorld({ raw: aRawJoining() });

    expect(await problemsOf(world)).toEqual({
      kind: "problems",
      problems: { groupName: like("no security group of this name") },
    });
  });

  it("is refused where the bot cannot see groups", async () => {
    const world = withGroup(aRawJoining(), { hasReports: false });

    expect(await problemsOf(world)).toEqual({
      kind: "problems",
      problems: { groupName: like("cannot see the groups") },
    });
  });

  it("is refused where the group administers security", async () => {
    const tenant = aTenant({ refusedDomains: ["payroll"] });

    expect(await problemsOf(withGroup(aRawJoining(), { tenant }))).toEqual({
      kind: "problems",
      problems: { groupName: like("View on Payroll, which administers security itself") },
    });
  });

  it("says what fails while it looks", async () => {
    const world = withGroup();
    world.mishaps.fail("workday.readGroupPermissions", { kind: "denied" });
    expect(await problemsOf(world)).toMatchObject({ kind: "fault" });
  });

  it("falls under the tenant's own rules, whatever its recipe says", async () => {
    const covers = { permissions: held, doNotAllowUiSessions: true };
    const rules = { approvers: { people: [ann], groups: [] } };
    const tenant = aTenant({ perRecipe: [{ recipe: "viva-learning", covers, rules }] });
    const world = withGroup(aRawJoining(), { tenant });

    await world.open();
    await world.work();

    expect(await world.click(ben, { kind: "approve", digest: world.shownDigest() })).toMatchObject({
      kind: "accepted",
    });
  });

  it("leaves an inactive one inactive, and says nothing against it", async () => {
    const world = withGroup();
    world.workday.tenant.perform({ name: "inactivate-security-group", groupName: "ISSG_HR" });

    await world.open();
    const done = await world.live();

    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(groupOf(world)?.active).toBe(false);
  });

  it("is retired without touching the group", async () => {
    const world = withGroup();
    await world.open();
    await world.live();

    await world.openNext(aRawChange({ kind: "retire" }));
    const done = await world.live();

    expect(stepsOf(world)).toEqual([
      "approve-plan",
      "remove-group-member",
      "scramble-user",
      "disable-secret",
      "verify",
    ]);
    expect(done.facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
    expect(groupOf(world)).toMatchObject({ active: true, members: ["ISU_Other"] });
    expect(world.workday.tenant.active()).toHaveLength(2);
  });

  it("lists the membership as left behind where nobody takes it away", async () => {
    const tenant = aTenant({ hands: allBy("person") });
    const world = withGroup(aRawJoining(), { tenant });
    await openApproved(world);
    const { plan } = await world.work();
    const step = plan.find(({ name }) => name === "add-group-member");
    if (step !== undefined && "task" in step) world.workday.tenant.perform(step.task);

    await world.click(ann, { kind: "withdraw" });
    await world.work();
    world.clock.goOn(tenant.approvalExpiresAfterMs + 1);
    await world.sweep();
    const ended = await world.work();

    expect(ended.leftBehind).toContainEqual({
      what: "security-group",
      words: like("ISU_Viva is still in the security group ISSG_HR"),
    });
  });
});
