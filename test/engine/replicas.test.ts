import { expect, it, vi } from "vitest";
import { aDatabaseUrl } from "../support/processes/database.ts";
import { startChild } from "./child.ts";
import { createTrace, type Trace } from "./trace.ts";

it("resumes after kill -9 where it was: ended steps do not run again, the one in flight does", async () => {
  const url = await aDatabaseUrl();
  const trace = await createTrace(url);
  const killed = startChild("replica-child.ts", url, "a", "hold");
  await killed.hear();
  killed.say("w1");
  await trace.waitFor("two by a");
  killed.signal("SIGKILL");
  await killed.ended;

  await startChild("replica-child.ts", url, "a").hear();

  await trace.waitFor("three by a");
  expect(await trace.read()).toEqual(["one by a", "two by a", "two by a", "three by a"]);
});

it("lets another replica take over what a dead one left, and nothing of one that lives", async () => {
  const url = await aDatabaseUrl();
  const trace = await createTrace(url);
  const [dies, lives, takes] = [
    startChild("replica-child.ts", url, "dies", "hold"),
    startChild("replica-child.ts", url, "lives", "hold"),
    startChild("replica-child.ts", url, "takes"),
  ];
  await Promise.all([dies.hear(), lives.hear(), takes.hear()]);
  dies.say("w1");
  lives.say("w2");
  await trace.waitFor("two by dies");
  await trace.waitFor("two by lives", "w2");
  // The table's clock is turned on instead of waiting a minute for it.
  await trace.query("update engine.replica set steady_since = now() - interval '2 minutes'");
  await everybodyBeatsTwice(trace);
  expect(await trace.read()).toEqual(["one by dies", "two by dies"]);

  dies.signal("SIGKILL");
  await dies.ended;
  await trace.query(
    "update engine.replica set seen_at = now() - interval '61 seconds' where id = 'dies'",
  );

  await vi.waitFor(
    async () => {
      const taken = (await trace.read()).filter((line) => !line.endsWith("dies"));
      expect(taken.length).toBeGreaterThan(0);
    },
    { timeout: 60_000 },
  );
  const [, , third = ""] = await trace.read();
  expect(third).toMatch(/^two by (takes|lives)$/);
  expect(await trace.read("w2")).toEqual(["one by lives", "two by lives"]);
});

/** A beat is followed by a look for the dead, so after two of them everybody has looked once. */
async function everybodyBeatsTwice(trace: Trace): Promise<void> {
  await everybodyBeats(trace);
  await everybodyBeats(trace);
}

async function everybodyBeats(trace: Trace): Promise<void> {
  const [asked] = await trace.query("select clock_timestamp()::text as at");
  const at = asked instanceof Object && "at" in asked ? String(asked.at) : "";
  await vi.waitFor(
    async () => {
      const silent = await trace.query(`select id from engine.replica where seen_at < '${at}'`);
      expect(silent).toEqual([]);
    },
    { timeout: 60_000 },
  );
}
