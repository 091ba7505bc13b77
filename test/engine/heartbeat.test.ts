import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { createHeartbeat, type Heartbeat } from "../../src/engine/heartbeat.ts";
import { aDatabaseUrl } from "../support/processes/database.ts";

it("tells who lives, and leaves out who was silent too long or has left", async () => {
  const { query, replica, livingAt } = await aTable();
  const [one, two] = [await replica("one"), await replica("two")];
  await replica("three");
  await query("update engine.replica set steady_since = now() - interval '1 minute'");

  expect(await livingAt(one)).toEqual(["one", "three", "two"]);

  await query(
    "update engine.replica set seen_at = now() - interval '21 seconds' where id = 'three'",
  );
  await two.leave();
  expect(await livingAt(one)).toEqual(["one"]);
});

it("does not sweep before it was seen steadily for as long as another may be silent", async () => {
  const { query, replica, livingAt } = await aTable();
  const one = await replica("one");

  expect(await livingAt(one)).toBeUndefined();

  await query("update engine.replica set steady_since = now() - interval '1 minute'");
  expect(await livingAt(one)).toEqual(["one"]);

  await query("update engine.replica set seen_at = now() - interval '1 minute'");
  await one.beat();
  expect(await livingAt(one)).toBeUndefined();
});

it("does not sweep when it counts as dead itself", async () => {
  const { query, replica, livingAt } = await aTable();
  const one = await replica("one");
  await query(
    "update engine.replica set seen_at = now() - interval '1 minute', steady_since = now() - interval '2 minutes'",
  );

  expect(await livingAt(one)).toBeUndefined();
});

it("lets one replica sweep at a time, and none join meanwhile", async () => {
  const { query, replica, start } = await aTable();
  const [one, two] = [await replica("one"), await replica("two")];
  await query("update engine.replica set steady_since = now() - interval '1 minute'");
  const three = start("three");
  const seen: string[] = [];
  let joined: Promise<void> | undefined;

  await one.sweep(async () => {
    await two.sweep(async () => {
      seen.push("two sweeps");
    });
    joined = three.join().then(() => {
      seen.push("three has joined");
      return undefined;
    });
    await two.beat();
    seen.push("one has swept");
  });
  await joined;

  expect(seen).toEqual(["one has swept", "three has joined"]);
});

it("gives up its transaction when the work throws", async () => {
  const { query, replica, livingAt } = await aTable();
  const one = await replica("one");
  await query("update engine.replica set steady_since = now() - interval '1 minute'");

  const swept = one.sweep(async () => Promise.reject(new Error("away")));

  await expect(swept).rejects.toThrow("away");
  expect(await livingAt(one)).toEqual(["one"]);
});

async function aTable() {
  const databaseUrl = await aDatabaseUrl();
  const admin = new Client({ connectionString: databaseUrl });
  admin.on("error", () => undefined);
  await admin.connect();
  onTestFinished(async () => admin.end());

  function start(executorId: string): Heartbeat {
    const heartbeat = createHeartbeat({
      databaseUrl,
      executorId,
      deadAfterMs: 20_000,
      log: () => undefined,
    });
    onTestFinished(async () => heartbeat.leave().catch(() => undefined));
    return heartbeat;
  }

  return {
    start,
    query: async (text: string) => admin.query(text),
    replica: async (executorId: string) => {
      const heartbeat = start(executorId);
      await heartbeat.join();
      return heartbeat;
    },
    livingAt: async (heartbeat: Heartbeat) => {
      let living: readonly string[] | undefined;
      await heartbeat.sweep(async (all) => {
        living = [...all].toSorted();
      });
      return living;
    },
  };
}
