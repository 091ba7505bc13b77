import { describe, expect, it } from "vitest";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aRawGroup, aRawJoining } from "../../support/data/a-group.ts";
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

describe("an inactive group", () => {
  const raw = aRawDraft({ group: aRawGroup({ groupInactive: true }) });
  const activateGroup = aRawChange({ kind: "activate-group" });

  async function withInactive(options: WorldOptions = {}): Promise<World> {
    const world = createWorld({ raw, ...options });
    await world.open();
    await world.live();
    return world;
  }

  it("is made inactive, and what is refused to its member is no difference", async () => {
    const world = await withInactive();

    expect(groupOf(world, "ISSG_Viva")?.active).toBe(false);
    expect(world.request().facts.probes).toContainEqual(
      expect.objectContaining({ kind: "refused" }),
    );
    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
  });

  it("that somebody activated by hand is a difference", async () => {
    const world = createWorld({ raw });
    world.runner.beforeNext("activate", () =>
      world.workday.tenant.perform({ name: "activate-security-group", groupName: "ISSG_Viva" }),
    );

    await world.open();
    const done = await world.live();

    expect(done.facts.verification).toMatchObject({
      outcome: "different",
      items: [{ kind: "other", words: "The security group ISSG_Viva is active." }],
    });
  });

  it("is activated after an approval, and is active in the inventory from then on", async () => {
    const world = await withInactive();

    await world.openNext(activateGroup);
    const waiting = await world.work();
    expect(waiting.phase).toMatchObject({ asked: { step: "approve-plan" } });
    expect(groupOf(world, "ISSG_Viva")?.active).toBe(false);
    const done = await world.live();

    expect(stepsOf(world)).toEqual(["approve-plan", "activate-security-group", "verify"]);
    expect(groupOf(world, "ISSG_Viva")?.active).toBe(true);
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    await world.openNext(aRawChange({ kind: "rotate" }));
    expect(world.request().draft).not.toHaveProperty("isGroupInactive");
  });

  it("stays inactive where who approved its activation left the list before", async () => {
    const world = await withInactive();
    await world.openNext(activateGroup);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.directory.setStanding(ben, "guest");

    const again = await world.work();

    expect(again.phase).toMatchObject({ asked: { step: "approve-plan" } });
    expect(world.events().map(({ kind }) => kind)).toContain("approval-lapsed");
    expect(groupOf(world, "ISSG_Viva")?.active).toBe(false);
  });

  it.each<[what: string, change: (world: World) => void]>([
    [
      "somebody else is in it",
      ({ workday }) =>
        workday.tenant.perform({
          name: "add-group-member",
          groupName: "ISSG_Viva",
          userName: "ISU_Other",
        }),
    ],
    [
      "it may do more",
      ({ workday }) =>
        workday.tenant.addActive("ISSG_Viva", { Get: [], Put: ["Payroll"], View: [], Modify: [] }),
    ],
  ])("stays inactive where by then %s", async (_what, change) => {
    const world = await withInactive();
    await world.openNext(activateGroup);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    change(world);

    expect((await world.work()).phase).toMatchObject({
      kind: "stuck",
      words: like("not what was approved"),
    });
    expect(groupOf(world, "ISSG_Viva")?.active).toBe(false);
  });

  it("is not activated where it holds by now what administers security", async () => {
    const world = await withInactive();
    world.workday.tenant.addActive("ISSG_Viva", { Get: ["Audit"], Put: [], View: [], Modify: [] });
    world.configure((place) => ({ ...place, tenant: aTenant({ refusedDomains: ["audit"] }) }));

    expect(await world.openNext(activateGroup)).toMatchObject({
      kind: "not-opened",
      check: { problems: { userName: like("Get on Audit, which administers security itself") } },
    });
  });

  it("is asked of a runner for its answer that has activated it", async () => {
    const world = await withInactive();
    await world.openNext(activateGroup);
    await world.work();
    world.mishaps.fail("runner.perform", { kind: "unknown", isDone: true });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    world.mishaps.clear();
    await world.click(ann, { kind: "retry" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("stays inactive in what a rotation expects", async () => {
    const world = await withInactive();

    await world.openNext(aRawChange({ kind: "rotate" }));
    const done = await world.live();

    expect(done.draft).toMatchObject({ isGroupInactive: true });
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
  });

  it("is inactivated again where the activation is withdrawn, or listed as active", async () => {
    const world = await withInactive({ tenant: aTenant({ hands: allBy("person") }) });
    await world.openNext(activateGroup);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    world.workday.tenant.perform({ name: "activate-security-group", groupName: "ISSG_Viva" });

    await world.click(ann, { kind: "withdraw" });
    const undoing = await world.work();
    expect(undoing.plan.map(({ name }) => name)).toEqual(["inactivate-security-group"]);
    world.clock.goOn(world.tenant.approvalExpiresAfterMs + 1);
    await world.sweep();
    const ended = await world.work();

    expect(ended.leftBehind).toEqual([
      { what: "security-group", words: like("ISSG_Viva is active") },
    ]);
    world.workday.tenant.perform({ name: "inactivate-security-group", groupName: "ISSG_Viva" });
    await world.click(ann, { kind: "clean-up-again" });
    expect((await world.live()).leftBehind).toEqual([]);
  });

  it("is not asked for where the bot cannot see groups and made it active", async () => {
    const world = createWorld({ hasReports: false });
    await world.open();
    await world.live();

    const reply = await world.openNext(activateGroup);

    expect(reply).toMatchObject({ check: { problems: { userName: like("was made active") } } });
  });

  it("is asked for where the bot cannot see groups and made it inactive", async () => {
    const world = await withInactive({ hasReports: false });

    await world.openNext(activateGroup);

    expect((await world.live()).facts.verification).toMatchObject({ outcome: "unverified" });
  });

  it.each<[what: string, spoil: (world: World) => void, words: string]>([
    [
      "is active",
      (world) =>
        world.workday.tenant.perform({ name: "activate-security-group", groupName: "ISSG_Viva" }),
      "is active already",
    ],
    ["is gone", (world) => world.workday.tenant.deleteGroup("ISSG_Viva"), "any more"],
  ])("is not activated when it %s", async (_what, spoil, words) => {
    const world = await withInactive();
    spoil(world);

    expect(await world.openNext(activateGroup)).toMatchObject({
      kind: "not-opened",
      check: { problems: { userName: like(words) } },
    });
  });

  it("of somebody else's is not activated", async () => {
    const world = withGroup();
    await world.open();
    await world.live();

    expect(await world.openNext(activateGroup)).toMatchObject({
      check: { problems: { userName: like("did not make the group ISSG_HR") } },
    });
  });

  it("cannot be asked for while Workday does not answer", async () => {
    const world = await withInactive();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });

    expect(await world.openNext(activateGroup)).toMatchObject({ check: { kind: "fault" } });
  });
});
