import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import { aTenant, aTenantOfPlans, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { openAtOnce, phasesOf, run, together } from "../../support/scenes/releases.ts";

async function atPlan(): Promise<World> {
  const world = createWorld({ tenant: aTenantOfPlans() });
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  return world;
}

async function sendBack(world: World, by = ben): Promise<string> {
  const digest = world.shownDigest();
  await world.click(by, { kind: "send-back", digest, question: "Why Payroll?" });
  return digest;
}

async function answer(world: World, by: PersonId): Promise<Reply> {
  const question = world.request().questions.length - 1;
  return world.click(by, { kind: "answer", question, answer: "The guide asks for it." });
}

describe("a plan that is sent back with a question", () => {
  it("is approved once its requester has answered, on the same card", async () => {
    const world = await atPlan();
    const digest = await sendBack(world);
    const early = await world.click(eve, { kind: "approve", digest });

    await world.work();
    await answer(world, ann);
    expect(world.shownDigest()).toBe(digest);
    await world.click(ben, { kind: "approve", digest });
    await world.work();

    expect(early).toEqual({ kind: "refused", refusal: "sent-back" });
    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.request().questions).toMatchObject([
      { by: ben, answer: { by: ann, words: "The guide asks for it." } },
    ]);
  });

  it("never counts who answered for the requester as an approver", async () => {
    const world = await atPlan();
    const digest = await sendBack(world);

    expect(await answer(world, cy)).toEqual({ kind: "refused", refusal: "not-a-requester" });
    expect(await answer(world, eve)).toMatchObject({ kind: "accepted" });

    expect(await world.click(eve, { kind: "approve", digest })).toEqual({
      kind: "refused",
      refusal: "did-a-step",
    });
    expect(await world.click(ben, { kind: "approve", digest })).toMatchObject({ kind: "accepted" });
  });

  it("expires without an answer by its own deadline, and leaves nothing", async () => {
    const world = await atPlan();
    world.clock.goOn(70 * hourMs);
    await sendBack(world);
    world.clock.goOn(60 * hourMs);
    await world.sweep();
    expect(world.request().phase.kind).toBe("waiting-for-answer");
    world.clock.goOn(12 * hourMs);
    await world.sweep();
    await world.work();

    expect(world.request().closing?.kind).toBe("expired");
    expect(world.workday.tenant.performed).toEqual([]);
  });

  it("gives approvers the time that they had left when it is answered late", async () => {
    const world = await atPlan();
    world.clock.goOn(70 * hourMs);
    const digest = await sendBack(world);
    world.clock.goOn(60 * hourMs);
    await answer(world, ann);
    world.clock.goOn(hourMs);
    await world.sweep();

    expect(await world.click(eve, { kind: "approve", digest })).toMatchObject({ kind: "accepted" });
  });

  it("is answered once, by whoever is first", async () => {
    const world = await atPlan();
    await sendBack(world);

    const replies = await Promise.all([answer(world, ann), answer(world, eve)]);

    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "refused"]);
  });
});

describe("an activation that is sent back with a question", () => {
  it("counts who approved before, and holds the tenant until its outcome", async () => {
    const { approvals } = aTenant();
    const world = together({ approvals: { ...approvals, needed: 2, neededWhenUnseen: 2 } });
    await world.open();
    await run(world);
    const digest = world.shownDigest();
    await world.click(ben, { kind: "approve", digest });
    await sendBack(world, eve);

    const others = await openAtOnce(world, [ann]);
    expect(phasesOf(world, others)).toEqual(["waiting-for-release"]);
    await answer(world, ann);
    await world.click(eve, { kind: "approve", digest });
    await run(world);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(phasesOf(world, others)).toEqual(["waiting-for-approval"]);
  });
});
