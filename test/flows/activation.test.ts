import { describe, expect, it } from "vitest";
import { anyText, like } from "../bot/like.ts";
import { foreignChange } from "../support/a-request.ts";
import { allBy, aTenant } from "../support/a-tenant.ts";
import { aRawActivation } from "../support/changes.ts";
import { ann, ben, dan } from "../support/people.ts";
import { createWorld } from "../support/world.ts";

describe("an activation by itself", () => {
  it.each(["runner", "person"] as const)("makes live what was approved, by %s", async (hand) => {
    const world = createWorld({ tenant: aTenant({ hands: allBy(hand) }), raw: aRawActivation() });
    world.workday.tenant.addPending(foreignChange);

    await world.open();
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.verification).toEqual({ outcome: "verified", items: [] });
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(world.workday.tenant.activations).toEqual([like(world.id)]);
  });

  it("is not opened where nothing is pending", async () => {
    const world = createWorld({ raw: aRawActivation() });

    expect(await world.open()).toMatchObject({
      kind: "not-opened",
      check: { problems: { reason: like("Nothing is pending") } },
    });
  });

  it("is not opened without a reason, nor where the tenant cannot be read", async () => {
    const world = createWorld({ raw: aRawActivation({ reason: " " }) });
    world.workday.tenant.addPending(foreignChange);
    expect(await world.open()).toMatchObject({
      check: { problems: { reason: anyText() } },
    });

    world.mishaps.fail("workday.readPendingChanges", { kind: "unreachable" });
    expect(await world.open(aRawActivation())).toMatchObject({ check: { kind: "fault" } });
  });

  it("is void when something else is pending by the click", async () => {
    const world = createWorld({ raw: aRawActivation() });
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await world.work();
    const digest = world.shownDigest();
    world.workday.tenant.addPending({ ...foreignChange, policy: "Benefits" });

    expect(await world.click(ben, { kind: "approve", digest })).toMatchObject({ kind: "voided" });
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("takes no Done while exactly what was approved is pending", async () => {
    const tenant = aTenant({ hands: allBy("person") });
    const world = createWorld({ tenant, raw: aRawActivation() });
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    const reply = await world.click(dan, { kind: "report-done", step: "activate" });

    expect(reply).toMatchObject({ kind: "refused", refusal: "still-pending" });
  });

  it("says what is still pending of what was approved", async () => {
    const world = createWorld({ raw: aRawActivation() });
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await world.live(async (digest) => {
      await world.click(ben, { kind: "approve", digest });
    });
    expect(world.request().facts.verification?.items).toEqual([]);
  });

  it("is unverified where nobody sees what is pending", async () => {
    const world = createWorld({ hasReports: false, raw: aRawActivation() });

    await world.open();
    const done = await world.live();

    expect(done.facts.verification).toMatchObject({ outcome: "unverified" });
    expect(done.phase).toEqual({ kind: "done" });
  });

  it("leaves nothing behind when it is withdrawn", async () => {
    const world = createWorld({ raw: aRawActivation() });
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await world.work();

    await world.click(ann, { kind: "withdraw" });
    const ended = await world.work();

    expect(ended).toMatchObject({ phase: { kind: "ended" }, leftBehind: [], plan: [] });
    expect(world.workday.tenant.pending()).toEqual([foreignChange]);
  });
});
