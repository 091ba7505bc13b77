import { describe, expect, it } from "vitest";
import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aTenant, aTenantOfPlans, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import {
  approveCard,
  eventsOf,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

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

const ask = { kind: "send-back", digest: "release", question: "Why Payroll?" } as const;

/** Two requests of a release; the first of them is asked about. */
async function askedOfRelease(
  changes: Partial<Tenant> = {},
): Promise<{ readonly world: World; readonly one: RequestId; readonly other: RequestId }> {
  const world = together(changes);
  const [one, other] = await openAtOnce(world);
  if (one === undefined || other === undefined) throw new Error("Nothing was opened");
  expect(await world.clickOn(one, ben, ask)).toMatchObject({ kind: "accepted" });
  await run(world);
  return { world, one, other };
}

function answerOf(world: World, id: RequestId, by = ann): Promise<Reply> {
  const question = requestOf(world, id).questions.length - 1;
  return world.clickOn(id, by, { kind: "answer", question, answer: "The guide asks for it." });
}

describe("a question about one request of a release", () => {
  it("takes the card down until it is answered, and stands on the next one with its answer", async () => {
    const { world, one, other } = await askedOfRelease();
    const { id } = theRelease(world);
    expect(phasesOf(world, [one, other, id])).toEqual([
      "waiting-for-answer",
      "waiting-for-release",
      "waiting-for-release",
    ]);
    expect(world.workday.tenant.activations).toEqual([]);

    await answerOf(world, one);
    await run(world);
    expect(requestOf(world, id).members?.toSorted()).toEqual([one, other].toSorted());
    const { phase } = requestOf(world, id);
    const others = phase.kind === "waiting-for-approval" ? phase.asked.others : [];
    expect(others.find((part) => part.id === one)?.member?.also).toEqual([
      "Question: “Why Payroll?” Answer: “The guide asks for it.”",
    ]);
    await approveCard(world, id, ben);
    await run(world);

    expect(phasesOf(world, [one, other])).toEqual(["done", "done"]);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is answered by nobody who approves it then", async () => {
    const { world, one, other } = await askedOfRelease();
    await answerOf(world, one, eve);
    await run(world);
    const { id } = theRelease(world);
    await approveCard(world, id, eve);
    await run(world);

    expect(requestOf(world, id).phase).toMatchObject({ given: [{ countsFor: [other] }] });
  });

  it("ends that request alone where nobody answers, and the others go on without it", async () => {
    const { world, one, other } = await askedOfRelease();
    world.clock.goOn(72 * hourMs);
    await world.sweep();
    await run(world);
    await world.sweep();
    await run(world);

    expect(requestOf(world, one).closing).toEqual({ kind: "expired" });
    const { id, members } = theRelease(world);
    expect(members).toEqual([other]);
    expect(requestOf(world, id).phase.kind).toBe("waiting-for-approval");
  });

  it("is asked three times at most, and of nobody whose release is not shown", async () => {
    const { world, one } = await askedOfRelease();
    expect(await world.clickOn(one, ben, ask)).toMatchObject({ refusal: "sent-back" });
    for (let asked = 1; asked < 3; asked += 1) {
      await answerOf(world, one);
      await run(world);
      await world.clickOn(one, ben, ask);
      await run(world);
    }
    await answerOf(world, one);
    await run(world);

    expect(await world.clickOn(one, ben, ask)).toMatchObject({ refusal: "enough-questions" });
    world.clock.goOn(72 * hourMs);
    expect(await world.clickOn(one, ben, ask)).toMatchObject({ refusal: "too-late" });
  });

  it("is not asked once the release is approved, nor of a request that waits for its turn", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    await approveCard(world, theRelease(world).id, ben);
    expect(await world.clickOn(one, ben, ask)).toMatchObject({ refusal: "already-settled" });
  });

  it("may be withdrawn or denied while it is open", async () => {
    for (const close of [
      { by: ann, command: { kind: "withdraw" } as const },
      { by: ben, command: { kind: "deny", digest: "release", reason: "No" } as const },
    ]) {
      const { world, one, other } = await askedOfRelease();
      await world.clickOn(one, close.by, close.command);
      await run(world);

      expect(requestOf(world, one).phase).toEqual({ kind: "ended" });
      expect(theRelease(world).members).toEqual([other]);
    }
  });
});

describe("the requester of an open question", () => {
  it("is reminded at the configured times, counted from the question, and once for each", async () => {
    const remindAfterMs = [hourMs, 5 * hourMs];
    const { world, one } = await askedOfRelease({ remindAfterMs });
    const reminders: number[] = [];
    for (let hour = 0; hour < 8; hour += 1) {
      world.clock.goOn(hourMs);
      await world.sweep();
      await world.sweep();
      reminders.push(eventsOf(world, one, "answer-reminded").length);
    }
    await answerOf(world, one);
    world.clock.goOn(9 * hourMs);
    await world.sweep();

    expect(reminders).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    expect(eventsOf(world, one, "answer-reminded")).toHaveLength(2);
  });
});
