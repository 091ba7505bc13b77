import { describe, expect, it } from "vitest";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import { like } from "../../bot/support/like.ts";
import { aRawEnd } from "../../support/data/changes.ts";
import { ann } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { edit, untilActivation } from "../../support/scenes/edits.ts";
import {
  approve,
  atActivation,
  type Made,
  opened,
  pendingOf,
  problemsIn,
  watchReach,
} from "../../support/scenes/segment-edits.ts";
import {
  activeIn,
  everywhere,
  inSegments,
  withSegments,
  workers,
} from "../../support/scenes/segment-scene.ts";

describe("learning content of segments that are made already", () => {
  it("can be added, and is marked after an approval of the plan", async () => {
    const { world, raw } = await atActivation();

    await edit(world, { ...raw, content: "Your first week" });

    expect(world.request().lastEdit?.changes).toEqual([
      "learning content: nothing → Your first week",
    ]);
    expect(world.request().phase).toMatchObject({ asked: { step: "approve-plan" } });
    expect(marksOf(world)).toEqual([]);
    await approve(world);
    expect(marksOf(world)).toEqual([["Your first week"]]);
    expect(world.request().phase).toMatchObject({ asked: { step: "approve" } });
    await approve(world);
    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it("can be another until it may be marked", async () => {
    const { world, raw } = await stuckAfterPlan({ content: "Your frist week" });

    await edit(world, { ...raw, content: "Your first week" });
    await approve(world);

    expect(marksOf(world)).toEqual([["Your first week"]]);
  });

  it("stays once it may be marked, and says why", async () => {
    const { world, raw } = await opened({ content: "Your first week" });
    await untilActivation(world);

    const reply = await edit(world, { ...raw, content: "" });

    expect(problemsIn(reply)).toEqual({ content: like("these stay: Your first week") });
    expect((await edit(world, { ...raw, reason: "Another" })).kind).toBe("accepted");
  });
});

function marksOf({ runner }: World): readonly (readonly string[])[] {
  return runner.orders.flatMap(({ task }) =>
    task.name === "add-segments-to-content" ? [task.content] : [],
  );
}

/** Its plan is approved, and its segments cannot be made. */
async function stuckAfterPlan(changes: Partial<RawSegment>): Promise<Made> {
  const made = await opened(changes);
  await made.world.work();
  made.world.mishaps.fail("workday.addLearning", { kind: "denied", times: 1 });
  await approve(made.world);
  expect(made.world.request().phase).toMatchObject({ kind: "stuck", step: "make-segments" });
  return made;
}

async function ending(isRestored: boolean): Promise<World> {
  const world = await withSegments();
  await world.openNext(aRawEnd({ isRestored }));
  await untilActivation(world);
  return world;
}

describe("an edit of the end of segments", () => {
  it.each([
    ["takes from its group what it was to get back", true, [workers]],
    ["gives its group back what it was to lose", false, [...everywhere, workers]],
  ])("%s", async (_what, isRestored, active) => {
    const world = await ending(isRestored);

    await edit(world, aRawEnd({ isRestored: !isRestored }));
    await approve(world);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(activeIn(world)).toEqual(active.toSorted());
  });

  it("takes both back where it is withdrawn", async () => {
    const world = await ending(true);
    await edit(world, aRawEnd({ isRestored: false }));

    await world.click(ann, { kind: "withdraw" });
    await world.work();

    expect(pendingOf(world)).toEqual([]);
    expect(activeIn(world)).toEqual([...inSegments, workers].toSorted());
  });

  it.each([
    ["carried out", false],
    ["withdrawn", true],
  ])(
    "never leaves the account with neither, whoever activates in between, %s",
    async (_how, isWithdrawn) => {
      const world = await withSegments();
      const seen = watchReach(world);
      await world.openNext(aRawEnd({ isRestored: true }));
      await untilActivation(world);

      if (isWithdrawn) await world.click(ann, { kind: "withdraw" });
      await world.live();

      expect(seen.length).toBeGreaterThan(1);
      expect(seen.flat()).toEqual([]);
    },
  );

  it("says what is wrong with its reason", async () => {
    const world = await ending(true);

    expect(problemsIn(await edit(world, aRawEnd({ reason: "" })))).toEqual({
      reason: like("Say why"),
    });
  });
});
