import { expect, it } from "vitest";
import {
  close,
  freeAt,
  type Lane,
  type Pace,
  rested,
  settle,
  take,
} from "../../../src/bot/publisher/pace.ts";

/** Takes as many calls as there are, each as soon as it may. @returns when each was made. */
function run(lane: Lane, calls: number, isForRecord = false): readonly number[] {
  let pace: Pace = rested;
  let now = 0;
  return Array.from({ length: calls }, () => {
    now = freeAt(pace, lane, { now, isForRecord });
    pace = settle(take(pace, lane, now), lane, { beganAt: now, answeredAt: now });
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
    (one) => settle(take(one, "chat.update", 0), "chat.update", { beganAt: 0, answeredAt: 0 }),
    rested,
  );

  expect(freeAt(pace, "chat.update", { now: 1, isForRecord: true })).toBeGreaterThan(60_000);
  expect(freeAt(pace, "chat.update", { now: 1, isForRecord: false })).toBe(1);
});

it("counts a call from Slack's answer on, and from no moment while it is on its way", () => {
  const lane = "chat.postMessage C1";
  const four = [1, 2, 3, 4].reduce<Pace>((pace, at) => take(pace, lane, at), rested);
  const question = { now: 3000, isForRecord: false };
  const answered = settle(four, lane, { beganAt: 1, answeredAt: 2500 });

  expect(freeAt(four, lane, question)).toBeGreaterThan(7000);
  expect(freeAt(answered, lane, question)).toBeGreaterThan(6500);
  expect(freeAt(answered, lane, question)).toBeLessThan(7000);
  expect(freeAt(answered, lane, { ...question, now: 6600 })).toBe(6600);
});

it("counts no call that was not made after all", () => {
  const lane = "chat.postMessage C1";
  const four = [1, 2, 3, 4].reduce<Pace>((pace, at) => take(pace, lane, at), rested);

  const pace = settle(four, lane, { beganAt: 2, answeredAt: undefined });

  expect(freeAt(pace, lane, { now: 5, isForRecord: false })).toBe(5);
});

it("rests a lane for as long as Slack says, and no other", () => {
  const pace = close(rested, "chat.postMessage C1", 5000);
  const question = { now: 1000, isForRecord: false };

  expect(freeAt(pace, "chat.postMessage C1", question)).toBe(5000);
  expect(freeAt(pace, "chat.postMessage C2", question)).toBe(1000);
  expect(freeAt(pace, "chat.postMessage C1", { ...question, now: 6000 })).toBe(6000);
});
