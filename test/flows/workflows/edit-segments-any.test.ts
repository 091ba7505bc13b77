import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aSegmentation, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { edit, untilActivation } from "../../support/scenes/edits.ts";
import {
  asking,
  learning,
  own,
  pendingOf,
  watchReach,
} from "../../support/scenes/segment-edits.ts";
import { activeIn, segmentGroup } from "../../support/scenes/segment-scene.ts";

const domains = [
  learning,
  "Worker Data: Workers",
  "Reports: Learning Record",
  "Badge Data",
  "Payroll",
] as const;

const asked = fc.subarray([...domains], { minLength: 1 });

/** Its requester edits it, tries to approve it, and an approver presses the card from before. */
async function editOnce(world: World, raw: RawSegment): Promise<void> {
  const late = { kind: "approve", digest: world.shownDigest() } as const;
  const { kind } = await edit(world, raw);
  await untilActivation(world);
  await world.click(ann, { kind: "approve", digest: world.shownDigest() });
  if (kind === "accepted") await world.click(ben, late);
  await world.work();
}

interface Given {
  readonly asked: readonly (readonly string[])[];
  readonly isApproved: boolean;
  readonly hasReports: boolean;
  readonly hand: "runner" | "person";
}

async function check({ asked: states, isApproved, hasReports, hand }: Given): Promise<void> {
  const world = await withAccount({ hasReports, tenant: aTenant({ hands: allBy(hand) }) });
  const live = activeIn(world);
  const seen = watchReach(world);
  const [first = [], ...edits] = states;
  const raw = asking(await aSegmentation(world), ...first);
  await world.openNext(raw);
  await untilActivation(world);
  for (const Get of edits) await editOnce(world, asking(raw, ...Get));

  expect(activeIn(world)).toEqual(live);
  if (!isApproved) await world.click(ann, { kind: "withdraw" });
  await world.live();

  const last = edits.at(-1) ?? first;
  const kept = live.filter((line) => !last.some((one) => line === `${own}: Get ${one}`));
  const moved = last.map((one) => `${segmentGroup}: Get ${one}`);
  expect(activeIn(world)).toEqual(isApproved ? [...kept, ...moved].toSorted() : live);
  expect(pendingOf(world)).toEqual([]);
  expect(seen.flat()).toEqual([]);
}

describe("whatever is asked for and edited, in any order", () => {
  it("ends as asked last or as it was, never unapproved, and the account never has neither", async () => {
    const given = fc.record({
      asked: fc.array(asked, { minLength: 2, maxLength: 5 }),
      isApproved: fc.boolean(),
      hasReports: fc.boolean(),
      hand: fc.constantFrom("runner", "person"),
    });

    await fc.assert(fc.asyncProperty(given, check), { numRuns: 50 });
  });
});
