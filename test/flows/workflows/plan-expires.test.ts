import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import { aTenantOfPlans, hourMs } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const approvals = { needed: 1, neededWhenUnseen: 1, at: "plan" } as const;

/** A plan that waits for its approver, in a tenant that has these limits, in hours. */
async function atPlan(limits: { readonly plans: number; readonly others: number }): Promise<World> {
  const tenant = aTenantOfPlans({
    approvals: { ...approvals, planExpiresAfterMs: limits.plans * hourMs },
    approvalExpiresAfterMs: limits.others * hourMs,
  });
  const world = createWorld({ tenant });
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  return world;
}

async function approveAndLater(world: World, hours: number): Promise<void> {
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  world.runner.beforeNext("grant-permissions", () => {
    world.clock.goOn(hours * hourMs);
  });
  await world.work();
}

describe("a plan's approval", () => {
  it("is waited for as long as the tenant says of plans", async () => {
    const world = await atPlan({ plans: 2, others: 72 });
    const { phase } = world.request();
    if (phase.kind !== "waiting-for-approval") throw new Error(phase.kind);
    expect(phase.asked.expiresAt).toBe(later(phase.asked.askedAt, 2 * hourMs));

    world.clock.goOn(3 * hourMs);
    await world.sweep();

    expect(world.request().closing?.kind).toBe("expired");
  });

  it("counts no more where it is older than that by the activation, and an approver is asked again", async () => {
    const world = await atPlan({ plans: 2, others: 72 });

    await approveAndLater(world, 3);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { again: ["The plan was approved longer ago than an approval counts."] },
    });
  });

  it("counts for as long where others count for less, up to the activation that follows", async () => {
    const world = await atPlan({ plans: 200, others: 1 });

    await approveAndLater(world, 3);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });
});
