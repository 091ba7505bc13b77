import { describe, expect, it } from "vitest";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { like } from "../../bot/support/like.ts";
import { anEdit, aRawChange, withAccount } from "../../support/data/changes.ts";
import { badges, groupName, joining, two } from "../../support/fakes/two-accounts.ts";
import type { World } from "../../support/fakes/world.ts";

/** Two accounts, and a request that waits for its approval. */
async function waiting(raw: (world: World) => Promise<Raw>): Promise<World> {
  const world = await two();
  await world.openNext(await raw(world));
  await world.work();
  return world;
}

describe("a request that changes a group", () => {
  it.each<[what: string, first: (world: World) => Promise<Raw>, second: Raw, field: string]>([
    [
      "a join waits for an edit",
      (world) => anEdit(world, { userName: "ISU_Second", addPut: badges }),
      joining("ISU_Third"),
      "groupName",
    ],
    [
      "a retirement waits for an edit",
      (world) => anEdit(world, { userName: "ISU_Second", addPut: badges }),
      aRawChange({ kind: "retire" }),
      "userName",
    ],
    [
      "a retirement waits for a join",
      async () => joining("ISU_Third"),
      aRawChange({ kind: "retire" }),
      "userName",
    ],
    [
      "an activation waits for a retirement",
      async () => aRawChange({ kind: "retire", userName: "ISU_Second" }),
      aRawChange({ kind: "activate-group" }),
      "userName",
    ],
  ])("comes after the one before: %s", async (_what, first, second, field) => {
    const world = await waiting(first);
    const { id } = world;

    expect(await world.openNext(second)).toMatchObject({
      kind: "not-opened",
      check: { problems: { [field]: like(`The open request ${id} changes the security group`) } },
    });
  });

  it("is not filled into a form while another is at the group", async () => {
    const world = await waiting(async () => joining("ISU_Third"));

    await expect(anEdit(world, { addPut: badges })).rejects.toThrow(
      `The open request ${world.id} changes the security group`,
    );
  });

  it("waits for nothing that leaves the group as it is", async () => {
    const world = await waiting(async () => aRawChange({ userName: "ISU_Second" }));

    expect(await world.openNext(aRawChange({ kind: "retire" }))).toMatchObject({
      kind: "accepted",
    });
  });
});

describe("an edit of an account whose group others are in", () => {
  it("says who gains and loses the same, whoever put them there", async () => {
    const world = await two();
    world.workday.tenant.perform({ name: "add-group-member", groupName, userName: "lmcneil" });

    await world.openNext(await anEdit(world, { userName: "ISU_Second", addPut: badges }));

    expect(world.request().draft).toMatchObject({ alsoInGroup: ["ISU_Viva", "lmcneil"] });
  });

  it("says nothing where nobody is", async () => {
    const world = await withAccount();

    await world.openNext(await anEdit(world, { addPut: badges }));

    expect(world.request().draft).not.toHaveProperty("alsoInGroup");
  });

  it("names those of the inventory where no report tells who is in it", async () => {
    const world = await two();
    Object.assign(world.workday, {
      readSecurityGroups: async () => ({ ok: true, value: undefined }),
    });

    await world.openNext(await anEdit(world, { addPut: badges }));

    expect(world.request().draft).toMatchObject({ alsoInGroup: ["ISU_Second"] });
  });

  it("is not asked for while the bot cannot read who is in it", async () => {
    const world = await two();
    const edit = await anEdit(world, { addPut: badges });
    world.mishaps.fail("workday.readSecurityGroups", { kind: "unreachable" });

    expect(await world.openNext(edit)).toMatchObject({
      kind: "not-opened",
      check: { kind: "fault" },
    });
  });
});
