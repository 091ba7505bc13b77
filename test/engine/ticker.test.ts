import { expect, it, vi } from "vitest";
import type { EngineLogEntry } from "../../src/engine/engine-log.ts";
import { createTicker } from "../../src/engine/ticker.ts";
import { fakeTimers } from "./fake-timers.ts";

it("runs again only after the last run has ended", async () => {
  const timers = fakeTimers();
  const ticker = createTicker({ after: timers.after, log: () => undefined });
  const ends: (() => void)[] = [];
  ticker.every("sweep", 500, async () => new Promise<void>((resolve) => ends.push(resolve)));

  expect(timers.waiting()).toEqual([500]);
  timers.elapse();
  expect([ends.length, timers.waiting()]).toEqual([1, []]);

  ends[0]?.();
  await vi.waitFor(() => {
    expect(timers.waiting()).toEqual([500]);
  });
});

it("runs for the first time when it is said to, and no later than every time", async () => {
  const timers = fakeTimers();
  const ticker = createTicker({ after: timers.after, log: () => undefined });
  ticker.every("look", { ms: 3_600_000, firstMs: 15_000 }, async () => undefined);
  expect(timers.waiting()).toEqual([15_000]);

  timers.elapse();

  await vi.waitFor(() => {
    expect(timers.waiting()).toEqual([3_600_000]);
  });
  ticker.every("fast", { ms: 500, firstMs: 15_000 }, async () => undefined);
  expect(timers.waiting()).toEqual([3_600_000, 500]);
});

it("logs work that throws and runs it again", async () => {
  const timers = fakeTimers();
  const said: EngineLogEntry[] = [];
  const ticker = createTicker({ after: timers.after, log: (entry) => said.push(entry) });
  const error = new Error("away");
  ticker.every("sweep", 500, async () => Promise.reject(error));

  timers.elapse();

  await vi.waitFor(() => {
    expect(timers.waiting()).toEqual([500]);
  });
  const words = "sweep failed and runs again at its next turn.";
  expect(said).toEqual([{ level: "error", words, error }]);
});

it("stops: waits for what is running and starts nothing more", async () => {
  const timers = fakeTimers();
  const ticker = createTicker({ after: timers.after, log: () => undefined });
  const slow = Promise.withResolvers<undefined>();
  let isStopped = false;
  ticker.every("slow", 1, async () => slow.promise);
  timers.elapse();
  ticker.every("waiting", 1, async () => undefined);

  const stopped = ticker.stop().then(() => (isStopped = true));
  expect(timers.waiting()).toEqual([]);
  await Promise.resolve();
  expect(isStopped).toBe(false);
  slow.resolve(undefined);
  await stopped;
  ticker.every("late", 1, async () => undefined);

  expect(timers.waiting()).toEqual([]);
});
