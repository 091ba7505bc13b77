import { Error as DbosErrors } from "@dbos-inc/dbos-sdk";
import { Client } from "pg";
import { expect, it, onTestFinished, vi } from "vitest";
import { type AskedWork, createAskedWorkflow } from "../../src/engine/asked-work.ts";
import type { DurableEngine, EngineOptions } from "../../src/engine/engine.ts";
import { type Acknowledged, acknowledged } from "../../src/flows/request/acknowledged.ts";
import { aDatabaseUrl } from "../support/processes/database.ts";
import { anEngine } from "./an-engine.ts";

it.each(acknowledged)("takes a %s up again that broke, until it is carried out", async (name) => {
  const { engine, ran, told, work, query } = await aPlace(name);
  await engine.start(name, "one", "typed");
  await vi.waitFor(() => {
    expect(ran.length).toBeGreaterThan(1);
  }, patient);

  work.isBroken = false;
  await query("update engine.taken_up set due_at = now()");

  await vi.waitFor(async () => {
    expect(await query("select status from dbos.workflow_status")).toEqual([{ status: "SUCCESS" }]);
  }, patient);
  expect(new Set(ran)).toEqual(new Set(["typed"]));
  expect(told).toEqual([]);
});

it.each(acknowledged)("tells once who asked for a %s that broke each time", async (name) => {
  const { engine, ran, told, query } = await aPlace(name);
  await engine.start(name, "one", "typed");

  await vi.waitFor(async () => {
    await query("update engine.taken_up set due_at = now()");
    expect(told).toEqual(["typed"]);
  }, patient);

  await vi.waitFor(async () => {
    expect(await query("select status from dbos.workflow_status")).toEqual([{ status: "SUCCESS" }]);
  }, patient);
  expect(ran).toHaveLength(5);
});

it("waits longer before each try", async () => {
  const { engine, query } = await aPlace("click");
  await engine.start("click", "one", "typed");
  const waits: number[] = [];

  for (const times of [1, 2, 3]) {
    await vi.waitFor(async () => {
      const [row] = await query(
        "select times, extract(epoch from due_at - now())::integer as wait from engine.taken_up",
      );
      expect(row?.["times"]).toBe(times);
      waits.push(Number(row?.["wait"]));
    }, patient);
    await query("update engine.taken_up set due_at = now()");
  }

  const [first = 0, second = 0, third = 0] = waits;
  // Half a minute, two and eight, less what a busy machine takes to look.
  expect([first > 10, second > 60, third > 300]).toEqual([true, true, true]);
});

it("comes back to who could not be told", async () => {
  const { engine, told, work, query } = await aPlace("click");
  work.isDeaf = true;
  await engine.start("click", "one", "typed");
  await vi.waitFor(async () => {
    await query("update engine.taken_up set due_at = now()");
    expect(work.deafTries).toBeGreaterThan(0);
  }, patient);

  work.isDeaf = false;

  await vi.waitFor(async () => {
    await query("update engine.taken_up set due_at = now()");
    expect(told).toEqual(["typed"]);
  }, patient);
});

it("leaves what broke longer than a day ago", async () => {
  const { engine, ran, query, launch } = await aPlace("click", 600_000);
  await engine.start("click", "old", "typed");
  await vi.waitFor(async () => {
    expect(await query("select status from dbos.workflow_status")).toEqual([{ status: "ERROR" }]);
  }, patient);
  const dayAgo = "completed_at - 86400000 - 1000";
  await query(`update dbos.workflow_status set completed_at = ${dayAgo}`);
  await engine.stop();

  const next = await launch({ beatEveryMs: 20 });
  await next.start("click", "new", "typed too");
  await vi.waitFor(async () => {
    expect(await query("select id from engine.taken_up")).toEqual([{ id: "new" }]);
  }, patient);

  expect(ran.filter((input) => input === "typed")).toHaveLength(1);
});

const patient = { timeout: 60_000, interval: 50 };

interface Work {
  isBroken: boolean;
  isDeaf: boolean;
  deafTries: number;
  readonly ran: string[];
  readonly told: string[];
}

it("leaves to the other run what goes on there, and counts no try", async () => {
  const asked: string[] = [];
  const takenUp = {
    prepare: async () => undefined,
    isSpent: async (id: string) => asked.push(id) > 0,
    take: async () => true,
  };
  const cancelled = new DbosErrors.DBOSWorkflowCancelledError("one");
  const workflow = createAskedWorkflow(
    { run: () => Promise.reject(cancelled), giveUp: async () => undefined },
    { takenUp, log: () => undefined },
  );

  await expect(workflow({ step: (_name, act) => act() }, "typed")).rejects.toBe(cancelled);
  expect(asked).toEqual([]);
});

/** An engine on work that breaks as long as it is told to. */
async function aPlace(name: Acknowledged, beatEveryMs = 20) {
  const url = await aDatabaseUrl();
  const work: Work = { isBroken: true, isDeaf: false, deafTries: 0, ran: [], told: [] };
  const admin = new Client({ connectionString: url });
  admin.on("error", () => undefined);
  await admin.connect();
  onTestFinished(async () => admin.end());

  async function query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await admin.query<Record<string, unknown>>(text)).rows;
  }

  async function launch(options: Partial<EngineOptions> = {}): Promise<DurableEngine> {
    const { engine } = await anEngine(url, { [name]: asWork(work) }, options);
    // The table's clock is turned on instead of waiting until this replica may look for work.
    await query("update engine.replica set steady_since = now() - interval '1 minute'");
    return engine;
  }

  return { ...work, work, query, launch, engine: await launch({ beatEveryMs }) };
}

function asWork(work: Work): AskedWork {
  return {
    run: async (durable, input) => {
      work.ran.push(input);
      await durable.step("decide", async () => {
        if (work.isBroken) throw new Error("broken by the test");
      });
    },
    giveUp: async (input) => {
      if (work.isDeaf) {
        work.deafTries += 1;
        throw new Error("nobody hears");
      }
      work.told.push(input);
    },
  };
}
