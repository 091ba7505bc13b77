import { describe, expect, it } from "vitest";
import { kindOf } from "../../../src/flows/kinds/kinds.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { anyText, like } from "../../bot/support/like.ts";
import { aPendingChange, foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawActivation } from "../../support/data/changes.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { faultWords } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

/** Approved, and in a person's hands, with this pending. */
async function handedOver(...changes: readonly PendingChange[]): Promise<World> {
  const world = createWorld({ tenant: aTenant({ hands: allBy("person") }), raw: aRawActivation() });
  world.workday.tenant.addGroup("HR Partners");
  for (const change of changes) world.workday.tenant.addPending(change);
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  await world.click(dan, { kind: "start", step: "activate" });
  return world;
}

describe("an activation by itself", () => {
  it.each(["runner", "person"] as const)("makes live what was approved, by %s", async (hand) => {
    const world = createWorld({ tenant: aTenant({ hands: allBy(hand) }), raw: aRawActivation() });
    world.workday.tenant.addGroup("HR Partners");
    world.workday.tenant.addPending(foreignChange);

    await world.open();
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(world.workday.tenant.activations).toEqual([like(world.id)]);
  });

  it("says where nothing is pending, and is made all the same where it is approved", async () => {
    const world = createWorld({ raw: aRawActivation() });

    expect(await world.open()).toMatchObject({ kind: "accepted" });
    await world.work();
    const { draft, phase } = world.request();
    expect(kindOf(draft).note(draft)).toContain("Nothing is pending in this tenant: every eye");
    if (phase.kind !== "waiting-for-approval") throw new Error(phase.kind);
    expect(listApproval(world.request(), { ...phase, unseen: [], tenant: world.tenant })).toEqual([
      { title: like("the activation makes nothing live."), lines: [] },
    ]);
    expect(await world.click(ann, { kind: "approve", digest: world.shownDigest() })).toMatchObject({
      refusal: "not-an-approver",
    });
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toEqual([like(world.id)]);
  });

  it("says nothing of that where nobody can see what is pending", async () => {
    const world = createWorld({ hasReports: false, raw: aRawActivation() });
    await world.open();

    const { draft } = world.request();
    expect(kindOf(draft).note(draft)).toContain("The approver sees the whole list.");
  });

  it("has the requester's words as its comment, after its id, with the ticket", async () => {
    const raw = aRawActivation({
      reason: "After the\nreorganisation",
      ticket: "https://tickets.acme.example/42",
    });
    const world = createWorld({ raw });
    world.workday.tenant.addPending(foreignChange);
    expect(await world.open()).toMatchObject({ kind: "accepted" });
    await world.live();

    expect(world.workday.tenant.activations).toEqual([
      `${world.id}: After the reorganisation (ticket https://tickets.acme.example/42)`,
    ]);
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
    const world = await handedOver(foreignChange);

    const reply = await world.click(dan, { kind: "report-done", step: "activate" });

    expect(reply).toMatchObject({ kind: "refused", refusal: "still-pending" });
  });

  it("is different where somebody took back what was approved before it was activated", async () => {
    const world = await handedOver(foreignChange);
    world.workday.tenant.dropPending(foreignChange);
    world.workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-done", step: "activate" });

    const done = await world.work();

    expect(done.facts.verification).toMatchObject({
      outcome: "different",
      items: [{ kind: "missing", words: "Get on Payroll for HR Partners is not active." }],
    });
  });

  it("is verified where what was approved is active, and pending no more", async () => {
    const world = createWorld({ raw: aRawActivation() });
    world.workday.tenant.addGroup("HR Partners");
    world.workday.tenant.addPending(foreignChange);
    await world.open();

    const done = await world.live();

    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
  });

  it("says what is still pending of what was approved", async () => {
    const process = aPendingChange({ kind: "business-process", policy: "Hire", access: "" });
    const world = await handedOver(foreignChange, process, aPendingChange());
    world.workday.tenant.dropPending(aPendingChange());

    await world.click(dan, { kind: "report-done", step: "activate" });
    const done = await world.work();

    expect(done.facts.verification).toMatchObject({
      outcome: "different",
      items: [
        { kind: "missing", words: "Payroll, Get for HR Partners is still pending." },
        { kind: "missing", words: "Hire for ISSG_Viva is still pending." },
        { kind: "missing", words: "Get on Payroll for HR Partners is not active." },
        { kind: "unseen", words: like("Hire for ISSG_Viva: not seen.") },
        { kind: "missing", words: "Get on Worker Data: Workers for ISSG_Viva is not active." },
        { kind: "unseen", words: like("Who ran the activation") },
      ],
    });
  });

  it("is unverified where what is pending cannot be read afterwards", async () => {
    const world = await handedOver(foreignChange);
    world.workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-done", step: "activate" });
    world.mishaps.fail("workday.readPendingChanges", { kind: "denied" });

    const done = await world.work();

    expect(done.facts.verification).toMatchObject({
      outcome: "unverified",
      items: [
        { kind: "unseen", words: `Whether everything was activated: not seen. ${faultWords}` },
      ],
    });
  });

  it("waits for what its groups may do, where that is away as it is looked at", async () => {
    const world = await handedOver(foreignChange);
    world.workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-done", step: "activate" });
    world.mishaps.fail("workday.readGroupPermissions", { kind: "unreachable", times: 99 });

    expect((await world.work()).phase).toMatchObject({ kind: "waiting-for-outside" });
  });

  it("waits for a report of activations that is away as it is looked at", async () => {
    const world = await handedOver(foreignChange);
    world.workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-done", step: "activate" });
    world.mishaps.fail("workday.readTimestamps", { kind: "unreachable", times: 99 });

    expect((await world.work()).phase).toMatchObject({
      kind: "waiting-for-outside",
      step: "verify",
    });
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
