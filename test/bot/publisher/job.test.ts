import { expect, it } from "vitest";
import { arrange, type Job } from "../../../src/bot/publisher/job.ts";
import { ranks } from "../../../src/bot/publisher/next-calls.ts";

function aJob(key: string, changes: Partial<Job> = {}): Job {
  return {
    row: { kind: "request", key },
    key,
    tenant: "acme",
    rank: ranks.record,
    lane: "chat.update",
    since: 0,
    from: 0,
    run: async () => ({ kind: "made" }),
    ...changes,
  };
}

function keysOf(...jobs: Job[]): readonly string[] {
  return arrange(jobs, new Map([["had one", 1]])).map(({ key }) => key);
}

it("lets people's turn come before the record, whoever waits longer", () => {
  const others = [ranks.direct, ranks.outcome, ranks.turnOver].map((rank) =>
    aJob(`${rank}`, { rank }),
  );

  expect(keysOf(aJob("record"), ...others, aJob("turn", { rank: ranks.turn, since: 9 }))).toEqual([
    "turn",
    "1",
    "2",
    "3",
    "record",
  ]);
});

it("lets those who wait longest go first, and those later who had a turn", () => {
  expect(
    keysOf(
      aJob("second", { since: 2 }),
      aJob("had one", { since: 0 }),
      aJob("first", { since: 1 }),
    ),
  ).toEqual(["first", "second", "had one"]);
});

it("serves tenants in turns: many requests of one hold up nobody else's", () => {
  const many = [1, 2, 3].map((since) => aJob(`acme ${since}`, { since }));

  expect(keysOf(...many, aJob("other", { tenant: "other", since: 9 }))).toEqual([
    "acme 1",
    "other",
    "acme 2",
    "acme 3",
  ]);
});
