import { describe, expect, it } from "vitest";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { withAccount } from "../../support/data/changes.ts";
import type { World } from "../../support/fakes/world.ts";
import { askForSegments, segmentGroup, withSegments } from "../../support/scenes/segment-scene.ts";

async function verified(atTheEnd: (world: World) => void) {
  const world = await withAccount();
  await askForSegments(world);
  world.runner.beforeNext("activate", () => atTheEnd(world));
  const { facts } = await world.live();
  return facts.verification?.items.filter(({ kind }) => kind !== "unseen");
}

/** Another group has to do with it. */
function reach(world: World, shown: Partial<SecurityGroup>): void {
  world.configure(({ workday, ...place }) => ({
    ...place,
    workday: {
      ...workday,
      readSecurityGroups: async () =>
        ok(
          world.workday.tenant
            .groups()
            .map((one) => (one.name === segmentGroup ? { ...one, ...shown } : one)),
        ),
    },
  }));
}

describe("what the segment-based group came to", () => {
  it.each<[what: string, change: (world: World) => void, words: string]>([
    [
      "is gone",
      ({ workday }) => workday.tenant.deleteGroup(segmentGroup),
      `There is no security group ${segmentGroup}.`,
    ],
    [
      "is inactive",
      ({ workday }) =>
        workday.tenant.perform({ name: "inactivate-security-group", groupName: segmentGroup }),
      `The security group ${segmentGroup} is inactive.`,
    ],
    [
      "may do more",
      ({ workday }) =>
        workday.tenant.addActive(segmentGroup, { Get: ["Payroll"], Put: [], View: [], Modify: [] }),
      `${segmentGroup}: Get on Payroll is active, and nobody asked for it.`,
    ],
    [
      "is of another type",
      ({ workday }) => workday.tenant.setType(segmentGroup, { kind: "unconstrained" }),
      `The security group ${segmentGroup} is unconstrained, and was asked to be segment-based.`,
    ],
    [
      "is administered by another group",
      (world) => reach(world, { administeredBy: ["HR Partners"] }),
      `HR Partners administers the group ${segmentGroup}: it can add members. Nobody asked for it.`,
    ],
    [
      "is included in another group",
      (world) => reach(world, { includedIn: ["HR Partners"] }),
      `HR Partners includes the group ${segmentGroup}: its members may do what that one may. Nobody asked for it.`,
    ],
    [
      "is not the only way of the account",
      ({ workday }) => {
        workday.tenant.addGroup("HR Partners", ["isu_viva"]);
        workday.tenant.addActive("HR Partners", {
          Get: ["manage: learning content"],
          Put: [],
          View: [],
          Modify: [],
        });
      },
      "ISU_Viva is in the group HR Partners too, which may do some of the same: through it the account may reach every segment.",
    ],
  ])("is told when it %s", async (_what, change, words) => {
    expect((await verified(change))?.map((item) => item.words)).toContain(words);
  });

  it("is told when it is active, and was asked to be inactive", async () => {
    const world = await withSegments({ segmentInactive: true });
    world.workday.tenant.perform({ name: "activate-security-group", groupName: segmentGroup });
    await watchDrift(world.deps, 0);

    expect(world.request().drift.map(({ words }) => words)).toEqual([
      `The security group ${segmentGroup} is active.`,
    ]);
  });

  it("is looked at every day", async () => {
    const world = await withSegments();
    await watchDrift(world.deps, 0);
    expect(world.request().drift).toEqual([]);

    world.workday.tenant.perform({ name: "inactivate-security-group", groupName: segmentGroup });
    world.clock.goOn(1_000);
    await watchDrift(world.deps, 0);

    expect(world.request().drift.map(({ words }) => words)).toEqual([
      `The security group ${segmentGroup} is inactive.`,
    ]);
  });

  it.each<[what: string, topics: readonly string[] | "gone", words: string]>([
    [
      "is of other topics",
      ["0".repeat(32)],
      "The segment ISU_Viva topics is not of exactly the topics that were asked for.",
    ],
    ["is gone", "gone", "There is no segment ISU_Viva topics."],
  ])("is told when its segment %s", async (_what, topics, words) => {
    const items = await verified(({ learning }) => learning.distortSegments(topics));

    expect(items?.map((item) => item.words)).toEqual([words]);
  });

  it("is told what it is made of and is gone, and nothing of the segment of that", async () => {
    const items = await verified(({ learning }) => learning.forget());

    expect(items?.map((item) => item.words)).toEqual([
      "There is no learning topic Compliance.",
      "There is no learning topic Onboarding.",
    ]);
  });

  it("is unseen where Learning does not tell its segments", async () => {
    const world = await withAccount();
    await askForSegments(world);
    world.runner.beforeNext("activate", () => {
      world.mishaps.fail("workday.listSegments", { kind: "rejected" });
    });
    const { facts } = await world.live();

    expect(facts.verification?.items.map(({ words }) => words)).toContainEqual(
      like("The segment ISU_Viva topics: not seen"),
    );
  });

  it("is unseen without reports", async () => {
    const world = await withSegments({}, { hasReports: false });

    expect(world.request().facts.verification).toMatchObject({ outcome: "unverified" });
    expect(world.request().facts.verification?.items.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        like(`The group ${segmentGroup}: not seen`),
        like(`${segmentGroup}: Get on Manage: Learning Content: not seen`),
      ]),
    );
  });
});
