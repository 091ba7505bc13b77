import { describe, expect, it } from "vitest";
import { dayMs } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { aPendingChange, foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { aRawOf } from "../../support/scenes/releases.ts";

async function withPending(changes: readonly PendingChange[]): Promise<World> {
  const world = createWorld({ tenant: aTenant({ workdayAccounts: { runner: "rpa-runner" } }) });
  for (const change of changes) world.workday.tenant.addPending(change);
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  return world;
}

function alarms(world: World): readonly unknown[] {
  return world.watch.queued.map(({ matter }) => matter);
}

describe("a change by the account of the bot or its runner", () => {
  it.each(["RPA-Runner", "ISU_Bot"])(
    "stops the activation where no request explains it: %s",
    async (changedBy) => {
      const strange = { ...foreignChange, changedBy };
      const world = await withPending([
        strange,
        { ...foreignChange, policy: "Audit", changedBy: "bb" },
      ]);

      expect(world.request().phase.kind).toBe("stuck");
      await world.click(dan, { kind: "retry" });
      await world.work();
      expect(alarms(world)).toEqual([
        {
          kind: "unexplained",
          request: world.id,
          pending: { count: 1, lines: [expect.stringContaining("Payroll")] },
        },
      ]);
      expect(world.workday.tenant.activations).toEqual([]);

      world.workday.tenant.dropPending(strange);
      await world.click(dan, { kind: "retry" });
      await world.work();
      await world.click(ben, { kind: "approve", digest: world.shownDigest() });
      expect((await world.work()).phase).toEqual({ kind: "done" });
    },
  );

  it("is told once for the same changes, whichever request finds them", async () => {
    const world = await withPending([{ ...foreignChange, changedBy: "rpa-runner" }]);
    await world.openNext(aRawOf("Next"));
    await world.work();

    expect(world.request().phase.kind).toBe("stuck");
    expect(alarms(world)).toHaveLength(1);
  });

  it("is told anew on another day, where it was taken back and made again", async () => {
    const strange = { ...foreignChange, changedBy: "rpa-runner" };
    const world = await withPending([strange]);
    const found = world.id;
    world.workday.tenant.dropPending(strange);
    world.clock.goOn(dayMs);
    world.workday.tenant.addPending(strange);
    await world.openNext(aRawOf("Next"));
    await world.work();

    expect(alarms(world)).toMatchObject([{ request: found }, { request: world.id }]);
  });

  it("is explained by a request that asked for it, and by its contrary, which is taken back", async () => {
    const removed = aPendingChange({ change: "Removed", changedBy: "rpa-runner" });
    const world = await withPending([removed]);

    expect(world.request().phase.kind).toBe("waiting-for-approval");
    expect(alarms(world)).toEqual([]);
  });
});
