import { describe, expect, it } from "vitest";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import { like } from "../../bot/support/like.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, bea, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";

const raw = aRawChange({ kind: "retire", reason: "The vendor is gone" });

/** Approves the plan as Ben, and what goes live as Bea. */
async function retire(world: World): Promise<void> {
  await world.openNext(raw);
  await world.live((digest) => {
    const { phase } = world.request();
    const isPlan = phase.kind === "waiting-for-approval" && phase.asked.step === "approve-plan";
    return world.click(isPlan ? ben : bea, { kind: "approve", digest });
  });
}

describe("a retirement", () => {
  it.each(["runner", "person"] as const)("takes everything away by %s", async (hand) => {
    const world = await withAccount({ tenant: aTenant({ hands: allBy(hand) }) });
    const password = world.workday.users()[0]?.password.reveal();

    await retire(world);

    const { phase, facts } = world.request();
    const { tenant, users } = world.workday;
    expect(phase).toEqual({ kind: "done" });
    expect(tenant.active()).toEqual([]);
    expect(tenant.pending()).toEqual([]);
    expect(tenant.groups()).toMatchObject([{ name: "ISSG_Viva", active: false, members: [] }]);
    expect(users()[0]).toMatchObject({ doNotAllowUiSessions: true });
    expect(users()[0]?.password.reveal()).not.toBe(password);
    expect(world.vault.all().filter(({ enabled }) => enabled)).toEqual([]);
    expect(facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
    expect(tenant.activations).toHaveLength(2);
  });

  it("leaves the inventory, and the account cannot be changed any more", async () => {
    const world = await withAccount();
    await retire(world);

    expect(toInventory(await world.store.listDone())).toEqual([]);
    expect(await world.openNext(aRawChange())).toMatchObject({
      kind: "not-opened",
      check: { problems: { userName: like("retired") } },
    });
  });

  it("does nothing at once before its plan is approved", async () => {
    const world = await withAccount();

    await world.openNext(raw);
    await world.work();

    expect(world.workday.tenant.groups()).toMatchObject([{ members: ["ISU_Viva"] }]);
    expect(world.workday.tenant.pending()).toEqual([]);
  });

  it("that is denied before the activation gives everything back", async () => {
    const world = await withAccount();
    await world.openNext(raw);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(world.workday.tenant.groups()).toMatchObject([{ members: [] }]);

    await world.click(bea, { kind: "deny", digest: world.shownDigest(), reason: "Still in use" });
    const ended = await world.work();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.workday.tenant.groups()).toMatchObject([{ active: true, members: ["ISU_Viva"] }]);
    expect(world.workday.tenant.pending().filter(({ change }) => change === "Removed")).toEqual([]);
    expect(ended.leftBehind).toEqual([]);
  });

  it("that is withdrawn once the password is scrambled says so", async () => {
    const world = await withAccount();
    world.mishaps.fail("vault.listVersions", { kind: "unreachable" });
    await retire(world);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-outside",
      step: "disable-secret",
    });

    world.mishaps.clear();
    await world.click(ann, { kind: "withdraw" });
    const ended = await world.work();

    expect(ended.leftBehind.map(({ what }) => what)).toContain("account");
  });
});
