import { expect, it } from "vitest";
import type { Job } from "../../../src/bot/publisher/job.ts";
import { ranks } from "../../../src/bot/publisher/next-calls.ts";
import type { Outcome } from "../../../src/bot/publisher/outcome.ts";
import { createTurns } from "../../../src/bot/publisher/turns.ts";
import type { OutboxRow } from "../../../src/flows/ports/outbox.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { createFakeOutbox } from "../../support/fakes/fake-outbox.ts";

const away = new Error("away");
const row: OutboxRow = { kind: "notice", key: "odd" };

function playTurns(isAsideRefused = false) {
  const aside: OutboxRow[] = [];
  let now = 0;
  const ledger = {
    ...createFakeOutbox(),
    setAside: async (one: OutboxRow) => {
      if (isAsideRefused) throw away;
      aside.push(one);
    },
  };
  const turns = createTurns(
    {
      elapsed: () => now,
      log: createFakeLog(),
      ledger,
      isDatabaseAway: (error) => error === away,
    },
    () => undefined,
  );

  /** As often as it takes: whoever waits has waited long enough. */
  async function run(call: Job["run"], times: number): Promise<void> {
    const job = { row, key: "notice odd", tenant: "acme", rank: ranks.outcome } as const;
    for (let time = 0; time < times; time += 1) {
      now += 3_600_000;
      turns.begin([{ ...job, lane: "chat.update", since: 0, from: 0, run: call }], 500);
      await turns.whenIdle();
    }
  }

  return { run, aside };
}

function breaking(error: unknown): Job["run"] {
  return async () => {
    throw error;
  };
}

async function made(): Promise<Outcome> {
  return { kind: "made" };
}

it("sets aside what breaks three times in a row, and nothing before", async () => {
  const { run, aside } = playTurns();

  await run(breaking(new TypeError("no such thing")), 2);
  await run(made, 1);
  await run(breaking(new TypeError("no such thing")), 2);
  expect(aside).toEqual([]);
  await run(breaking(new TypeError("no such thing")), 1);

  expect(aside).toEqual([row]);
});

it("sets nothing aside because the database is away, however often", async () => {
  const { run, aside } = playTurns();

  await run(breaking(away), 9);

  expect(aside).toEqual([]);
});

it("goes on where it cannot even write down that something is set aside", async () => {
  const { run, aside } = playTurns(true);
  let tries = 0;

  await run(() => {
    tries += 1;
    return Promise.reject(new TypeError("no such thing"));
  }, 5);

  expect(tries).toBe(5);
  expect(aside).toEqual([]);
});
