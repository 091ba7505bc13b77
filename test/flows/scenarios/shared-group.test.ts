import { describe, expect, it } from "vitest";
import { plainGroup } from "../../../src/flows/model/group-settings.ts";
import { lookAgain } from "../../../src/flows/verification/look-again.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { anEdit, aRawActivation, aRawChange, withAccount } from "../../support/data/changes.ts";
import { ben } from "../../support/data/people.ts";
import { badges, carryOut, groupName, joining, two } from "../../support/fakes/two-accounts.ts";
import type { World } from "../../support/fakes/world.ts";

const dayMs = 24 * hourMs;
const workers = "Worker Data: Workers";

/** What the next daily look tells of any account. */
async function drifts(world: World): Promise<readonly unknown[]> {
  world.clock.goOn(dayMs);
  await watchDrift(world.deps, dayMs);
  await world.sweep();
  return world.watch.queued.map(({ matter }) => matter);
}

function steps(world: World): readonly string[] {
  return world.request().plan.map(({ name }) => name);
}

function group({ workday }: World) {
  return workday.tenant.groups().find(({ name }) => name === groupName);
}

describe("two accounts of the bot's in one group", () => {
  it("are no difference to each other, at the end and later", async () => {
    const world = await two();

    expect(group(world)?.members).toEqual(["ISU_Viva", "ISU_Second"]);
    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(await drifts(world)).toEqual([]);
  });

  it("are not both in it where it is shown twice: nobody can tell who else is", async () => {
    const world = await withAccount();
    world.workday.tenant.addGroup(groupName, ["ISU_Stranger"]);

    expect(await world.openNext(joining("ISU_Second"))).toMatchObject({
      kind: "not-opened",
      check: { kind: "fault", fault: { kind: "unreadable" } },
    });
  });

  it("are no difference either while one of them has not ended its request yet", async () => {
    const world = await withAccount();
    const first = world.request();
    await world.openNext(joining("ISU_Second"));
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(world.request().phase).toMatchObject({ asked: { step: "approve" } });
    expect(group(world)?.members).toEqual(["ISU_Viva", "ISU_Second"]);
    expect(await world.openNext(aRawActivation())).toMatchObject({ kind: "accepted" });

    expect(await lookAgain(world.deps, first)).toMatchObject({ ok: true, value: { drift: [] } });
    expect(await drifts(world)).toEqual([]);
  });

  it("are told of what is active before an approval, and of strangers all the while", async () => {
    const world = await withAccount();
    await world.openNext(joining("ISU_Second"));
    await world.work();
    const { tenant } = world.workday;
    tenant.addActive(groupName, { Get: [badges], Put: [], View: [], Modify: [] });
    tenant.perform({ name: "add-group-member", groupName, userName: "lmcneil" });

    expect(await drifts(world)).toMatchObject([
      {
        userName: "ISU_Viva",
        items: [
          { words: like("lmcneil is in the group") },
          { words: like("Get on Badge Data is active") },
        ],
      },
    ]);
  });

  it("are compared by nobody where no report shows them", async () => {
    const world = await withAccount({ hasReports: false });
    await world.openNext(await anEdit(world, { remove: workers }));
    await world.work();

    expect(await drifts(world)).toEqual([]);
  });

  it("are told of whoever else comes in, and of what nobody asked for", async () => {
    const world = await two();
    const { tenant } = world.workday;
    tenant.perform({ name: "add-group-member", groupName, userName: "lmcneil" });
    tenant.addActive(groupName, { Get: [], Put: [], View: [], Modify: [badges] });

    const items = [
      { kind: "too-much", words: like("lmcneil is in the group") },
      { kind: "too-much", words: like("Modify on Badge Data") },
    ];
    expect(await drifts(world)).toEqual([
      expect.objectContaining({ userName: "ISU_Viva", items }),
      expect.objectContaining({ userName: "ISU_Second", items }),
    ]);
  });

  it.each([
    ["of one is gone for both when the other's edit takes it", "ISU_Second", { remove: workers }],
    ["of the other is gone for both when an edit takes it", "ISU_Viva", { remove: badges }],
    ["is there for both when an edit of one adds it", "ISU_Second", { addPut: badges }],
  ])("a permission %s", async (_what, userName, change) => {
    const world = await two();

    await carryOut(world, await anEdit(world, { userName, ...change }));

    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(await drifts(world)).toEqual([]);
  });

  it("try nothing any more that an edit of the other took away", async () => {
    const world = await withAccount();
    const removed = "Integration Build";
    await carryOut(world, joining("ISU_Second", removed));
    await carryOut(world, await anEdit(world, { remove: removed }));

    await carryOut(world, aRawChange({ userName: "ISU_Second" }));

    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(world.request().draft).toMatchObject({ permissions: { Get: [] } });
  });

  it("tell of a permission that is gone by hand, each", async () => {
    const world = await two();
    await carryOut(world, await anEdit(world, { userName: "ISU_Viva", addPut: badges }));
    const permissions = { Get: [], Put: [badges], View: [], Modify: [] };
    world.workday.tenant.perform({ name: "revoke-permissions", groupName, permissions });
    world.workday.tenant.perform({ name: "activate", comment: "somebody" });

    expect(await drifts(world)).toMatchObject([
      { userName: "ISU_Second", items: [{ words: like("Put on Badge Data is not there") }] },
      { userName: "ISU_Viva", items: [{ words: like("Put on Badge Data is not there") }] },
    ]);
  });

  it("are both active once the group of the first is activated", async () => {
    const raw = aRawDraft({ group: { ...plainGroup, groupInactive: true } });
    const world = await withAccount({ raw });
    await carryOut(world, joining("ISU_Second"));
    expect(await drifts(world)).toEqual([]);

    await carryOut(world, aRawChange({ kind: "activate-group" }));

    expect(await drifts(world)).toEqual([]);
  });

  it("are compared by what was asked where there is no report", async () => {
    const world = await withAccount({ hasReports: false });

    const edit = await anEdit(world, { remove: workers });
    await carryOut(world, edit);

    expect((await anEdit(world, {})).before.Get).not.toContain(workers);
  });
});

describe("the retirement of who made the group", () => {
  it("takes its member out only while another is in it, and says why", async () => {
    const world = await two();

    await carryOut(world, aRawChange({ kind: "retire" }));

    expect(steps(world)).toEqual([
      "approve-plan",
      "remove-group-member",
      "scramble-user",
      "disable-secret",
      "verify",
    ]);
    expect(world.request().draft).toMatchObject({
      group: { kind: "existing", isActive: true, members: ["ISU_Second"] },
    });
    expect(world.request().facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
    expect(group(world)).toMatchObject({ active: true, members: ["ISU_Second"] });
    expect(world.workday.tenant.active()).toHaveLength(5);
    expect(await drifts(world)).toEqual([]);
  });

  it("inactivates it once the other is retired", async () => {
    const world = await two();
    await carryOut(world, aRawChange({ kind: "retire", userName: "ISU_Second" }));
    expect(group(world)?.members).toEqual(["ISU_Viva"]);
    expect(await drifts(world)).toEqual([]);

    await carryOut(world, aRawChange({ kind: "retire" }));

    expect(group(world)).toMatchObject({ name: groupName, active: false, members: [] });
    expect(world.workday.tenant.permissions()).toEqual([]);
    expect(world.request().facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
  });
});
