import { Client } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/processes/database.ts";
import { startOwnPostgres } from "../support/processes/own-postgres.ts";
import { anEngine } from "./an-engine.ts";
import { fakeTimers } from "./fake-timers.ts";

// One for all tests of this file: making DBOS's tables takes longer than most of them.
let url = "";
let database: TestDatabase | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ url } = database);
});

afterAll(async () => {
  await database?.drop();
});

it("waits on stop for what is in flight, and for what that starts", async () => {
  const gate = Promise.withResolvers<undefined>();
  const ran: string[] = [];
  const { engine } = await anEngine(url, {
    click: async (durable) => {
      await durable.step("wait", async () => {
        ran.push("begun");
        await gate.promise;
      });
      await durable.step("start", async () => engine.start("advance", "6-w2", ""));
    },
    advance: async (durable) => {
      await durable.step("end", async () => ran.push("ended"));
    },
  });
  await engine.start("click", "6-w1", "");
  await vi.waitFor(() => {
    expect(ran).toEqual(["begun"]);
  });

  const stopped = engine.stop();
  gate.resolve(undefined);
  await stopped;

  expect(ran).toEqual(["begun", "ended"]);
});

it("cuts off what takes too long, keeps no outcome of it, and resumes it at the next launch", async () => {
  const timers = fakeTimers();
  const gate = Promise.withResolvers<undefined>();
  const ran: string[] = [];
  const { engine, said } = await anEngine(
    url,
    {
      advance: async (durable) => {
        await durable.step("slow", async () => {
          ran.push("begun");
          await gate.promise;
          await engine.start("click", "7-late", "");
          ran.push("never");
        });
      },
    },
    { after: timers.after, drainForMs: 777 },
  );
  await engine.start("advance", "7-w1", "");
  await vi.waitFor(() => {
    expect(ran).toEqual(["begun"]);
  });

  const stopped = engine.stop();
  await vi.waitFor(() => {
    expect(timers.waiting()).toContain(777);
  });
  timers.elapse();
  await stopped;
  gate.resolve(undefined);

  expect(said.map(({ words }) => words)).toContain("Work in flight was cut off; it resumes later.");
  const again: string[] = [];
  await anEngine(url, {
    advance: async (durable) => {
      await durable.step("slow", async () => again.push("resumed"));
    },
  });
  await vi.waitFor(
    () => {
      expect(again).toEqual(["resumed"]);
    },
    { timeout: 60_000 },
  );
  expect(ran).toEqual(["begun"]);
});

it("waits for a database that is away while it works, and goes on when it is back", async () => {
  const postgres = await startOwnPostgres();
  const gate = Promise.withResolvers<undefined>();
  const ran: string[] = [];
  const { engine } = await anEngine(postgres.url, {
    advance: async (durable) => {
      await durable.step("first", async () => {
        ran.push("first");
        await gate.promise;
        await ask(postgres.url);
      });
      await durable.step("second", async () => ran.push("second"));
    },
  });
  await engine.start("advance", "8-w1", "");
  await vi.waitFor(() => {
    expect(ran).toEqual(["first"]);
  });

  await postgres.stop();
  gate.resolve(undefined);
  await postgres.startAgain();

  await vi.waitFor(
    () => {
      expect(ran.at(-1)).toBe("second");
    },
    { timeout: 60_000 },
  );
});

async function ask(address: string): Promise<void> {
  const client = new Client({ connectionString: address });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("select 1");
  await client.end();
}
