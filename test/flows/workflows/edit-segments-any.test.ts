import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSegmentation, withAccount } from "../../support/data/changes.ts";
import { ann } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { edit } from "../../support/scenes/edits.ts";
import { approve, asking, learning, own, pendingOf } from "../../support/scenes/segment-edits.ts";
import { activeIn, segmentGroup } from "../../support/scenes/segment-scene.ts";

const domains = [
  learning,
  "Worker Data: Workers",
  "Reports: Learning Record",
  "Badge Data",
  "Payroll",
] as const;

const asked = fc.subarray([...domains], { minLength: 1 });

/** What of the account's would be out of reach if somebody activated what is pending right now. */
function outOfReach({ workday }: World): readonly string[] {
  const { tenant } = workday;
  const pending = tenant.pending();
  function has(group: string, domain: string): boolean {
    const change = pending.find(
      (one) => one.securityGroup === group && one.access === "Get" && one.policy === domain,
    )?.change;
    return change === undefined
      ? tenant.active().includes(`${group}: Get ${domain}`)
      : change === "Added";
  }
  return domains.slice(0, 3).filter((one) => !has(own, one) && !has(segmentGroup, one));
}

describe("whatever is asked for and edited, in any order", () => {
  it("ends as asked last or as it was, and the account never has neither", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(asked, { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        async ([first = [], ...edits], isApproved, hasReports) => {
          const world = await withAccount({ hasReports });
          const live = activeIn(world);
          const seen: (readonly string[])[] = [];
          world.configure((place) => ({
            ...place,
            runner: {
              perform: async (order) => {
                const done = await world.runner.perform(order);
                seen.push(outOfReach(world));
                return done;
              },
            },
          }));
          const raw = asking(await aSegmentation(world), ...first);
          await world.openNext(raw);
          await world.work();
          for (const Get of edits) await edit(world, asking(raw, ...Get));

          expect(activeIn(world)).toEqual(live);
          if (isApproved) await approve(world);
          else await world.click(ann, { kind: "withdraw" });
          await world.work();

          const last = edits.at(-1) ?? first;
          const kept = live.filter((line) => !last.some((one) => line === `${own}: Get ${one}`));
          const moved = last.map((one) => `${segmentGroup}: Get ${one}`);
          expect(activeIn(world)).toEqual(isApproved ? [...kept, ...moved].toSorted() : live);
          expect(pendingOf(world)).toEqual([]);
          expect(seen.flat()).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
