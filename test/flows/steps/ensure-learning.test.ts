import { describe, expect, it } from "vitest";
import type { Instant } from "../../../src/flows/model/ids.ts";
import type { Learning } from "../../../src/flows/ports/learning.ts";
import { ensureLearning, ensureSegment } from "../../../src/flows/steps/ensure-learning.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { createFakeClock } from "../../support/fakes/fake-clock.ts";
import { createFakeLearning } from "../../support/fakes/fake-learning.ts";
import { createMishaps, type FaultInjector } from "../../support/fakes/fault-injection.ts";

function aReach() {
  const mishaps = createMishaps();
  const learning = createFakeLearning(mishaps);
  return { mishaps, learning, clock: createFakeClock() };
}

function count({ calls }: FaultInjector, call: string): number {
  return calls.filter((made) => made === call).length;
}

const quarterMs = 900_000;

/** What the wait for something is that was sent, and of which nothing shows. */
function unclear(sentAt: Instant, words: string) {
  return { kind: "unknown", outside: "Workday", words: like(words), sentAt };
}

const meant = { name: "Viva", topics: ["1", "2"] };

describe("ensureLearning", () => {
  it("makes what is missing, keeps what is there in any spelling, and repeats without effect", async () => {
    const reach = aReach();
    await reach.learning.add("topic", "Compliance");

    const first = await ensureLearning(reach, "topic", ["compliance", "Viva"]);

    expect(first).toMatchObject({ ok: true, value: [{ name: "Compliance" }, { name: "Viva" }] });
    expect(await ensureLearning(reach, "topic", ["compliance", "Viva"])).toEqual(first);
    expect(count(reach.mishaps, "workday.addLearning")).toBe(2);
  });

  it("goes on where nobody knows whether a thing was made, and it is there", async () => {
    const reach = aReach();
    reach.mishaps.fail("workday.addLearning", { kind: "unknown", isDone: true, times: 1 });

    expect(await ensureLearning(reach, "category", ["Viva"])).toMatchObject({
      ok: true,
      value: [{ name: "Viva" }],
    });
  });

  it.each([
    ["topic", "learning topic Viva"],
    ["category", "learning security category Viva"],
  ] as const)("stops where the %s is not there although it was made", async (kind, words) => {
    const reach = aReach();
    const learning: Learning = { ...reach.learning, list: async () => ok([]) };

    expect(await ensureLearning({ ...reach, learning }, kind, ["Viva"])).toEqual({
      ok: false,
      error: { kind: "stopped", words: like(words) },
    });
  });

  it("sends nothing again of which nobody heard while it may still come, and then once more", async () => {
    const reach = aReach();
    reach.mishaps.fail("workday.addLearning", { kind: "unknown", times: 1 });
    const sentAt = reach.clock.now();

    const first = await ensureLearning(reach, "topic", ["Viva"]);
    reach.clock.goOn(quarterMs - 1);
    const second = await ensureLearning({ ...reach, sentAt }, "topic", ["Viva"]);
    const countThen = count(reach.mishaps, "workday.addLearning");
    reach.clock.goOn(1);

    expect(first).toEqual({ ok: false, error: unclear(sentAt, "learning topic Viva") });
    expect(second).toEqual(first);
    expect(countThen).toBe(1);
    expect(await ensureLearning({ ...reach, sentAt }, "topic", ["Viva"])).toMatchObject({
      value: [{ name: "Viva" }],
    });
  });

  it("has a person look where something answered, and nothing shows: it waits for nothing to come", async () => {
    const reach = aReach();
    reach.mishaps.fail("workday.addLearning", { kind: "unknown", isAnswered: true, times: 1 });

    expect(await ensureLearning(reach, "topic", ["Viva"])).toEqual({
      ok: false,
      error: { kind: "stopped", words: like("does not show the learning topic Viva") },
    });
  });

  it("takes what came late for what it is, and makes only what is missing", async () => {
    const reach = aReach();
    await reach.learning.add("topic", "Viva");

    expect(
      await ensureLearning({ ...reach, sentAt: reach.clock.now() }, "topic", ["Viva"]),
    ).toMatchObject({ value: [{ name: "Viva" }] });
  });

  it.each([
    ["the look before", "workday.listLearning", 1],
    ["the making", "workday.addLearning", 1],
    ["the look after", "workday.listLearning", 2],
  ] as const)("says what fails at %s", async (_when, call, from) => {
    const reach = aReach();
    reach.mishaps.fail(call, { kind: "denied", from });

    expect(await ensureLearning(reach, "topic", ["Viva"])).toMatchObject({
      error: { kind: "denied" },
    });
  });
});

describe("ensureSegment", () => {
  it("makes it once, and takes the same topics in any order", async () => {
    const reach = aReach();

    const made = await ensureSegment(reach, meant);

    expect(made).toMatchObject({ ok: true, value: meant });
    expect(await ensureSegment(reach, { ...meant, topics: ["2", "1"] })).toEqual(made);
    expect(count(reach.mishaps, "workday.addSegment")).toBe(1);
  });

  it.each([[["1"]], [["1", "3"]], [["1", "2", "3"]]])(
    "never writes over one with the topics %j",
    async (topics) => {
      const reach = aReach();
      await reach.learning.addSegment({ name: "viva", topics });

      expect(await ensureSegment(reach, meant)).toEqual({
        ok: false,
        error: { kind: "stopped", words: like("with other topics") },
      });
      expect(await reach.learning.listSegments()).toMatchObject({ value: [{ topics }] });
    },
  );

  it("is sent once more only when nothing may come of the first any more", async () => {
    const reach = aReach();
    reach.mishaps.fail("workday.addSegment", { kind: "unknown", times: 1 });
    const sentAt = reach.clock.now();

    const first = await ensureSegment(reach, meant);
    const second = await ensureSegment({ ...reach, sentAt }, meant);
    const countThen = count(reach.mishaps, "workday.addSegment");
    reach.clock.goOn(quarterMs);

    expect(first).toEqual({ ok: false, error: unclear(sentAt, "topic security segment Viva") });
    expect(second).toEqual(first);
    expect(countThen).toBe(1);
    expect(await ensureSegment({ ...reach, sentAt }, meant)).toMatchObject({ value: meant });
  });

  it("stops where it is not there afterwards", async () => {
    const reach = aReach();
    const learning: Learning = { ...reach.learning, listSegments: async () => ok([]) };

    expect(await ensureSegment({ ...reach, learning }, meant)).toMatchObject({
      error: { kind: "stopped", words: like("does not show") },
    });
  });

  it.each([
    ["the look before", "workday.listSegments", 1],
    ["the making", "workday.addSegment", 1],
    ["the look after", "workday.listSegments", 2],
  ] as const)("says what fails at %s", async (_when, call, from) => {
    const reach = aReach();
    reach.mishaps.fail(call, { kind: "denied", from });

    expect(await ensureSegment(reach, meant)).toMatchObject({ error: { kind: "denied" } });
  });
});
