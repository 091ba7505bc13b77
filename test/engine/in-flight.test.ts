import { expect, it } from "vitest";
import { createInFlight } from "../../src/engine/in-flight.ts";
import { fakeTimers } from "./fake-timers.ts";

it("is drained when everything has ended, also what began meanwhile or failed", async () => {
  const timers = fakeTimers();
  const inFlight = createInFlight(timers);
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  const one = inFlight.run(async () => first.promise);

  const drained = inFlight.drain(1000);
  const other = inFlight.run(async () => second.promise);
  first.resolve("answer");
  await expect(one).resolves.toBe("answer");
  expect(timers.waiting()).toEqual([1000]);
  second.reject(new Error("broke"));

  await expect(other).rejects.toThrow("broke");
  expect(await drained).toBe(true);
  expect(timers.waiting()).toEqual([]);
  expect(await inFlight.drain(1000)).toBe(true);
});

it("is not drained when the time is over", async () => {
  const timers = fakeTimers();
  const inFlight = createInFlight(timers);
  void inFlight.run(async () => new Promise(() => undefined));

  const drained = inFlight.drain(1000);
  timers.elapse();

  expect(await drained).toBe(false);
});
