import { describe, expect, it } from "vitest";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aSegmentation, withAccount } from "../../support/data/changes.ts";
import type { World } from "../../support/fakes/world.ts";
import { askForSegments, withSegments } from "../../support/scenes/segment-scene.ts";

async function problemsOf(changes: Partial<RawSegment>, before?: (world: World) => unknown) {
  const world = await withAccount();
  await before?.(world);
  const reply = await askForSegments(world, changes);
  return reply.kind === "not-opened" && reply.check.kind === "problems"
    ? reply.check.problems
    : reply;
}

describe("what is asked for by segments", () => {
  it.each<[what: string, changes: Partial<RawSegment>, problems: object]>([
    [
      "a name that is taken",
      { segmentGroup: "HR" },
      { segmentGroup: like("of this name already") },
    ],
    ["nothing by which", { segmentNames: "" }, { segmentNames: like("at least one") }],
    ["an account that is not there", { userName: "ISU_X" }, { userName: like("no account ISU_X") }],
    [
      "what the group did not hold when the form opened",
      { before: { Get: [], Put: [], View: [], Modify: [] } },
      { userName: like("has changed since this form was opened") },
    ],
  ])("is refused for %s", async (_what, changes, problems) => {
    const found = await problemsOf(changes, ({ workday }) => workday.tenant.addGroup("HR"));

    expect(found).toEqual(problems);
  });

  it("is refused for a segment's ID that is another one's", async () => {
    const found = await problemsOf({}, ({ learning }) =>
      learning.addSegment({ name: "isu_viva topics", topics: ["1"] }),
    );

    expect(found).toEqual({ segmentId: like("of other topics") });
  });

  it("is refused for an account whose group others may be in", async () => {
    const found = await problemsOf({}, (world) => {
      const [kept] = toInventory([world.request()]);
      if (kept?.draft.kind !== "create") throw new Error("No account");
      Object.assign(kept.draft, {
        group: {
          kind: "existing",
          isActive: true,
          members: [],
          holds: { Get: [], Put: [], View: [], Modify: [] },
        },
      });
    });

    expect(found).toEqual({ userName: like("is not this account's alone") });
  });

  it("is refused for the group that an open request makes", async () => {
    const world = await withAccount();
    const raw = await aSegmentation(world, { segmentGroup: "ISSG_Other" });
    await world.openNext(
      aRawDraft({ userName: "ISU_Other", newSystem: "Other", groupName: "issg_other" }),
    );
    const holder = world.id;

    expect(await world.openNext(raw)).toMatchObject({
      check: { problems: { segmentGroup: like(`The open request ${holder} changes`) } },
    });
  });

  it("is refused twice", async () => {
    const world = await withAccount();
    const raw = await aSegmentation(world);
    await world.openNext(raw);
    await world.live();

    const reply = await world.openNext(raw);

    expect(reply).toMatchObject({
      check: { problems: { userName: like("has access by segments already") } },
    });
  });

  it.each([
    ["workday.readGroupPermissions", 1],
    ["workday.readSecurityGroups", 1],
    ["workday.readSecurityGroups", 2],
    ["workday.readSecurityGroups", 3],
    ["workday.readGroupPermissions", 2],
    ["workday.listLearning", 1],
    ["workday.listSegments", 1],
  ])("is not opened where %s does not answer, call %d", async (call, nth) => {
    const world = await withAccount();
    const raw = await aSegmentation(world);
    const from = world.mishaps.calls.filter((one) => one === call).length + nth;
    world.mishaps.fail(call, { kind: "denied", from });

    expect(await world.openNext(raw)).toMatchObject({ check: { kind: "fault" } });
  });

  it("names the other groups on the same policies, and whether the account is in them", async () => {
    const world = await withAccount();
    const permissions = {
      Get: ["Reports: Learning Record"],
      Put: ["Worker Data: Workers"],
      View: [],
      Modify: [],
    };
    for (const name of ["Learning Partners", "HR", "ISSG_Viva segments of old"]) {
      world.workday.tenant.addGroup(name, name === "HR" ? ["ISU_Viva"] : []);
      world.workday.tenant.addActive(name, permissions);
    }

    await askForSegments(world);

    expect(world.request().draft).toMatchObject({
      otherWays: {
        kind: "seen",
        groups: [
          { groupName: "HR", hasAccount: true },
          { groupName: "ISSG_Viva segments of old", hasAccount: false },
          { groupName: "Learning Partners", hasAccount: false },
        ],
      },
    });
  });

  it("says that nobody sees other groups without reports", async () => {
    const world = await withSegments({}, { hasReports: false });

    expect(world.request().draft).toMatchObject({ otherWays: { kind: "cannot-see" } });
  });

  it("needs two for a domain that administers security", async () => {
    const tenant = aTenant({ refusedDomains: [], sensitiveDomains: ["Security Administration"] });
    const world = await withAccount({ tenant });
    await askForSegments(world, {
      domains: { Get: "", Put: "", View: "", Modify: "Security Administration" },
    });
    await world.work();

    expect(world.request().phase).toMatchObject({ asked: { needed: 2 } });
  });
});
