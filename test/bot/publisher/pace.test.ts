import { expect, it } from "vitest";
import {
  close,
  freeAt,
  type Lane,
  type Pace,
  rested,
  take,
} from "../../../src/bot/publisher/pace.ts";

/** Takes as many calls as there are, each as soon as it may. @returns when each was made. */
function run(lane: Lane, calls: number, isForRecord = false): readonly number[] {
  let pace: Pace = rested;
  let now = 0;
  return Array.from({ length: calls }, () => {
    now = freeAt(pace, lane, { now, isForRecord });
    pace = take(pace, lane, now);
    return now;
  });
}

it("posts a short burst into a channel, and one a second from then on", () => {
  const made = run("chat.postMessage C1", 41);

  expect(made.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(made.at(-1)).toBeLessThanOrEqual(41_100);
  for (const at of made)
    expect(made.filter((one) => one >= at && one < at + 4000).length).toBeLessThanOrEqual(4);
});

it("keeps updates to fifty in any minute", () => {
  const made = run("chat.update", 120);

  for (const at of made) {
    expect(made.filter((one) => one >= at && one < at + 60_000).length).toBeLessThanOrEqual(50);
  }
  expect(made.at(-1)).toBeLessThanOrEqual(120_300);
});

it("leaves a part of a lane to what people wait for", () => {
  const pace = Array.from({ length: 38 }).reduce<Pace>(
    (one) => take(one, "chat.update", 0),
    rested,
  );

  expect(freeAt(pace, "chat.update", { now: 1, isForRecord: true })).toBeGreaterThan(60_000);
  expect(freeAt(pace, "chat.update", { now: 1, isForRecord: false })).toBe(1);
});

it("rests a lane for as long as Slack says, and no other", () => {
  const pace = close(rested, "chat.postMessage C1", 5000);
  const question = { now: 1000, isForRecord: false };

  expect(freeAt(pace, "chat.postMessage C1", question)).toBe(5000);
  expect(freeAt(pace, "chat.postMessage C2", question)).toBe(1000);
  expect(freeAt(pace, "chat.postMessage C1", { ...question, now: 6000 })).toBe(6000);
});
