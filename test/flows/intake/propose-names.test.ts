import { describe, expect, it } from "vitest";
import { proposeNames } from "../../../src/flows/intake/propose-names.ts";
import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import { plainGroup } from "../../../src/flows/model/group-settings.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

/** A request that was denied after everything of it was made. */
async function denied(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.work();
  await world.click(ben, { kind: "deny", digest: world.shownDigest(), reason: "Not this year" });
  expect((await world.work()).phase).toEqual({ kind: "ended" });
  return world;
}

async function propose(
  world: World,
  typed: RawDraft = toRawDraft(aDraft()),
  tenant = world.tenant,
): Promise<{ readonly raw: RawDraft; readonly notes: readonly string[] }> {
  const { workday, store } = world;
  const asked = { request: world.request(), raw: typed, tenant };
  const { raw, notes } = await proposeNames({ workday, store }, asked);
  if (!("newSystem" in raw)) throw new Error("It asks for another kind");
  return { raw, notes };
}

describe("proposeNames", () => {
  it("leaves every name as it is where nothing was made", async () => {
    const world = createWorld();
    await world.open();
    await world.click(ann, { kind: "withdraw" });
    await world.work();

    expect(await propose(world)).toEqual({ raw: toRawDraft(aDraft()), notes: [] });
  });

  it("proposes the next name for each that what was left behind has taken", async () => {
    const { raw, notes } = await propose(await denied());

    expect(raw).toMatchObject({
      userName: "ISU_Viva_2",
      newSystem: "Viva integration 2",
      groupName: "ISSG_Viva_2",
    });
    expect(notes).toEqual([
      "ISU_Viva is taken, so ISU_Viva_2 is proposed.",
      "Viva integration is taken, so Viva integration 2 is proposed.",
      "ISSG_Viva is taken, so ISSG_Viva_2 is proposed.",
    ]);
  });

  it("goes on counting, past what an open request holds", async () => {
    const world = await denied();
    await world.openNext(
      aRawDraft({ userName: "ISU_Viva_2", newSystem: "Viva 2", groupName: "ISSG_Viva_2" }),
    );

    const { raw } = await propose(world);

    expect(raw).toMatchObject({ userName: "ISU_Viva_3", groupName: "ISSG_Viva_3" });
    expect((await propose(world, raw)).raw).toEqual(raw);
    const second = { ...raw, userName: "ISU_Viva_2" };
    expect((await propose(world, second)).raw.userName).toBe("ISU_Viva_3");
  });

  it("uses the system that was left behind without a user", async () => {
    const world = createWorld();
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "rejected" });
    await world.open();
    await world.work();
    await world.click(ann, { kind: "withdraw" });
    expect((await world.work()).phase).toEqual({ kind: "ended" });
    const { systemId } = world.request().facts;

    const { raw, notes } = await propose(world);

    expect(raw).toMatchObject({
      newSystem: "",
      existingSystem: { id: systemId, name: "Viva integration" },
      userName: "ISU_Viva",
    });
    expect(notes).toEqual([
      `The integration system Viva integration is the one that ${world.id} left behind: nobody uses it.`,
    ]);
  });

  it("keeps a group that is meant to be there, and a system that was chosen", async () => {
    const world = await denied();
    const existing = { id: "INT_Payroll", name: "Payroll integration" };
    const { userName, ...raw } = toRawDraft(aDraft());
    const group = { ...plainGroup, groupType: "existing" as const };
    const typed = { ...raw, userName, newSystem: "", existingSystem: existing, group };

    const proposed = await propose(world, typed);

    expect(proposed.raw).toEqual({ ...typed, userName: "ISU_Viva_2" });
  });

  it("proposes nothing that the tenant's naming rule refuses", async () => {
    const world = await denied();
    const userNameRule = { pattern: "^ISU_[A-Za-z]+$", words: "Letters only." };

    const { raw } = await propose(world, toRawDraft(aDraft()), aTenant({ userNameRule }));

    expect(raw.userName).toBe("ISU_Viva");
  });

  it.each(["findAccount", "listIntegrationSystems", "readSecurityGroups", "findIntegrationSystem"])(
    "leaves to the plan what the tenant does not answer: %s",
    async (call) => {
      const world = await denied();
      world.mishaps.fail(`workday.${call}`, { kind: "unreachable" });

      const { raw, notes } = await propose(world);

      expect(notes.length).toBeLessThan(4);
      expect(raw.reason).toBe("Learning content for everybody");
    },
  );

  it("leaves what asks for no new user as it is", async () => {
    const world = await denied();
    const { workday, store } = world;
    const asked = { request: world.request(), raw: aRawChange(), tenant: world.tenant };

    expect(await proposeNames({ workday, store }, asked)).toEqual({ raw: aRawChange(), notes: [] });
  });

  it("asks nobody about groups where there is no report of them", async () => {
    const world = await denied({ hasReports: false });

    expect((await propose(world)).raw.groupName).toBe("ISSG_Viva");
  });
});
