import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { retryRead, retryUnreachable } from "../../../src/flows/ports/retry.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { createFakeClock } from "../../support/fakes/fake-clock.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";

/** Gives one answer after the other, and the last again and again. */
function answering(...answers: readonly Result<string, Fault>[]): {
  readonly act: () => Promise<Result<string, Fault>>;
  readonly count: () => number;
} {
  let asked = 0;
  return {
    act: async () => {
      asked += 1;
      return answers[asked - 1] ?? answers.at(-1) ?? ok("nothing");
    },
    count: () => asked,
  };
}

const unreachable = err(aFault("unreachable"));
const unknown = err(aFault("unknown"));
const fine = ok("fine");

describe("retryUnreachable", () => {
  it("tries three times more, after growing pauses", async () => {
    const clock = createFakeClock();
    const { act, count } = answering(unreachable);

    expect(await retryUnreachable(clock, act)).toEqual(unreachable);
    expect(count()).toBe(4);
    expect(clock.pauses).toEqual([500, 2_000, 8_000]);
  });

  it("stops at the first answer", async () => {
    const clock = createFakeClock();

    expect(await retryUnreachable(clock, answering(unreachable, fine).act)).toEqual(fine);
    expect(clock.pauses).toEqual([500]);
  });

  it("waits as long as the service says, and hands on what is put off for more than thirty seconds", async () => {
    const clock = createFakeClock();
    const soon = err({ ...aFault("unreachable"), retryAfterMs: 1_500 });
    const never = err({ ...aFault("unreachable"), retryAfterMs: 3_600_000 });

    expect(await retryUnreachable(clock, answering(soon, never, fine).act)).toEqual(never);
    expect(clock.pauses).toEqual([1_500]);
  });

  it.each<Fault["kind"]>(["rejected", "denied", "unknown", "unreadable"])(
    "tries %s once only",
    async (kind) => {
      const { act, count } = answering(err(aFault(kind)));

      expect(await retryUnreachable(createFakeClock(), act)).toEqual(err(aFault(kind)));
      expect(count()).toBe(1);
    },
  );
});

describe("retryRead", () => {
  it("reads once more after an answer that nobody could read to its end", async () => {
    const clock = createFakeClock();

    expect(await retryRead(clock, answering(unknown, fine).act)).toEqual(fine);
    expect(clock.pauses).toEqual([500]);
  });

  it("gives up after the second", async () => {
    const { act, count } = answering(unknown);

    expect(await retryRead(createFakeClock(), act)).toEqual(unknown);
    expect(count()).toBe(2);
  });

  it.each<Fault["kind"]>(["rejected", "denied", "unreadable"])("reads %s once", async (kind) => {
    const { act, count } = answering(err(aFault(kind)));

    await retryRead(createFakeClock(), act);

    expect(count()).toBe(1);
  });
});
