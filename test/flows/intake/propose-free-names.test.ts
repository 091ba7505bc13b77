import { describe, expect, it } from "vitest";
import { type Proposal, proposeFreeNames } from "../../../src/flows/intake/propose-free-names.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import { aDraft, anEditDraft, aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
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
  asked = aDraft(),
  tenant = world.tenant,
): Promise<Proposal & { readonly draft: CreateDraft }> {
  const { workday, store } = world;
  const request = { ...world.request(), draft: asked };
  const { draft, notes } = await proposeFreeNames({ workday, store }, request, tenant);
  if (draft.kind !== "create") throw new Error("It asks for another kind");
  return { draft, notes };
}

describe("proposeFreeNames", () => {
  it("leaves every name as it is where nothing was made", async () => {
    const world = createWorld();
    await world.open();
    await world.click(ann, { kind: "withdraw" });
    await world.work();

    expect(await propose(world)).toEqual({ draft: aDraft(), notes: [] });
  });

  it("proposes the next name for each that what was left behind has taken", async () => {
    const { draft, notes } = await propose(await denied());

    expect(draft).toMatchObject({
      userName: "ISU_Viva_2",
      system: { kind: "new", name: "Viva integration 2" },
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

    const { draft } = await propose(world);

    expect(draft).toMatchObject({ userName: "ISU_Viva_3", groupName: "ISSG_Viva_3" });
    expect((await propose(world, draft)).draft).toEqual(draft);
    const second = { ...draft, userName: "ISU_Viva_2" };
    expect((await propose(world, second)).draft.userName).toBe("ISU_Viva_3");
  });

  it("uses the system that was left behind without a user", async () => {
    const world = createWorld();
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "rejected" });
    await world.open();
    await world.work();
    await world.click(ann, { kind: "withdraw" });
    expect((await world.work()).phase).toEqual({ kind: "ended" });
    const { systemId } = world.request().facts;

    const { draft, notes } = await propose(world);

    expect(draft).toMatchObject({
      system: { kind: "existing", id: systemId, name: "Viva integration" },
      userName: "ISU_Viva",
    });
    expect(notes).toEqual([
      `The integration system Viva integration is the one that ${world.id} left behind: nobody uses it.`,
    ]);
  });

  it("keeps a group that is meant to be there, and a system that was chosen", async () => {
    const world = await denied();
    const group = { kind: "existing", isActive: true, members: [], holds: noPermissions } as const;
    const asked = aDraft({ system: existingSystem, group });

    const proposed = await propose(world, asked);

    expect(proposed.draft).toEqual({ ...asked, userName: "ISU_Viva_2" });
  });

  it("proposes nothing that the tenant's naming rule refuses", async () => {
    const world = await denied();
    const userNameRule = { pattern: "^ISU_[A-Za-z]+$", words: "Letters only." };

    const { draft } = await propose(world, aDraft(), aTenant({ userNameRule }));

    expect(draft.userName).toBe("ISU_Viva");
  });

  it.each(["findAccount", "listIntegrationSystems", "readSecurityGroups", "findIntegrationSystem"])(
    "leaves to the plan what the tenant does not answer: %s",
    async (call) => {
      const world = await denied();
      world.mishaps.fail(`workday.${call}`, { kind: "unreachable" });

      const { draft, notes } = await propose(world);

      expect(notes.length).toBeLessThan(4);
      expect(draft.reason).toBe("Learning content for everybody");
    },
  );

  it("leaves what asks for no new user as it is", async () => {
    const world = await denied();
    const { workday, store, tenant } = world;
    const draft = anEditDraft();
    const request = { ...world.request(), draft };

    expect(await proposeFreeNames({ workday, store }, request, tenant)).toEqual({
      draft,
      notes: [],
    });
  });

  it("asks nobody about groups where there is no report of them", async () => {
    const world = await denied({ hasReports: false });

    expect((await propose(world)).draft.groupName).toBe("ISSG_Viva");
  });
});
