import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { createTestDatabase, type TestDatabase } from "../support/processes/database.ts";
import { anEngine, works } from "./an-engine.ts";

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

it("starts a workflow once an id, however often it is asked at once", async () => {
  const ran: string[] = [];
  const { engine } = await anEngine(url, {
    advance: async (durable, input) => {
      await durable.step("note", async () => ran.push(input));
    },
  });

  await Promise.all(
    Array.from({ length: 10 }, async () => engine.start("advance", "1-w1", "first")),
  );
  await engine.start("advance", "1-w2", "second");

  // Which of two runs first is nobody's promise.
  await expect.poll(() => ran.toSorted()).toEqual(["first", "second"]);
  await engine.start("advance", "1-w1", "first again");
  await engine.stop();
  expect(ran.toSorted()).toEqual(["first", "second"]);
});

it("gives a step's answer back, and undefined for none", async () => {
  const answers: unknown[] = [];
  const { engine } = await anEngine(url, {
    advance: async (durable) => {
      answers.push(await durable.step("some", async () => ({ a: [1, "two"], b: true })));
      answers.push(await durable.step("none", async () => undefined));
    },
  });

  await engine.start("advance", "2-w1", "");
  await engine.stop();

  expect(answers).toEqual([{ a: [1, "two"], b: true }, undefined]);
});

it("starts one workflow from within a step of another", async () => {
  const ran: string[] = [];
  const { engine } = await anEngine(url, {
    click: async (durable) => {
      await durable.step("start", async () => engine.start("advance", "3-w2", "from a step"));
    },
    advance: async (_durable, input) => {
      ran.push(input);
    },
  });

  await engine.start("click", "3-w1", "");

  await expect.poll(() => ran).toEqual(["from a step"]);
});

it("keeps no word of what a step throws, runs on, and lets the workflow run again when asked", async () => {
  let isMended = false;
  const ran: string[] = [];
  const { engine, said } = await anEngine(url, {
    advance: async (durable) => {
      await durable.step("first", async () => ran.push("first"));
      await durable.step("second", async () => {
        if (isMended) return ran.push("second");
        throw Object.assign(new Error("canary-1"), { config: { data: "canary-2" } });
      });
    },
  });
  await engine.start("advance", "4-w1", "");
  await expect
    .poll(() => said.map(({ words }) => words))
    .toContain("The step second of 4-w1 broke.");
  await expect.poll(dump).toContain("The step second broke");
  expect(await dump()).not.toContain("canary");

  isMended = true;
  await engine.start("advance", "4-w1", "");

  await expect.poll(() => ran).toEqual(["first", "first", "second"]);
});

it("keeps no secret that a step gives back by mistake", async () => {
  const { engine } = await anEngine(url, {
    advance: async (durable) => {
      await durable.step("leak", async () => ({ note: "kept", secret: new Secret("canary-3") }));
    },
  });

  await engine.start("advance", "5-w1", "");
  await engine.stop();

  expect(await dump()).toContain("kept");
  expect(await dump()).not.toContain("canary-3");
});

it("refuses a second replica of the same name while the first one lives", async () => {
  await anEngine(url, {});

  const second = anEngine(url, {}, { nameWithinMs: 100 });

  await expect(second).rejects.toThrow("Another replica runs under the name one");
});

it("starts nothing before it is launched", async () => {
  const { engine } = await anEngine(url, {});
  await engine.stop();
  const { createEngine } = await import("../../src/engine/engine.ts");
  const idle = createEngine({
    databaseUrl: "postgres://nowhere.invalid/x",
    executorId: "idle",
    version: "1",
    workflows: works(),
    log: () => undefined,
  });

  await expect(idle.start("advance", "10-w1", "")).rejects.toThrow("The engine is not launched");
});

async function dump(): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const tables = ["workflow_status", "operation_outputs"];
  const rows = await Promise.all(
    tables.map(async (table) => client.query(`select * from dbos.${table}`)),
  );
  await client.end();
  return JSON.stringify(rows.map(({ rows: all }) => all as unknown[]));
}
