import { Client } from "pg";
import { expect, it, vi } from "vitest";
import type { EngineOptions } from "../../src/engine/engine.ts";
import { aDatabaseUrl } from "../support/processes/database.ts";
import { anEngine } from "./an-engine.ts";
import { fakeTimers } from "./fake-timers.ts";

it.each<[what: string, heir: Partial<EngineOptions>, steps: readonly string[]]>([
  ["another replica left, where it was", { executorId: "heir" }, ["second"]],
  [
    "another version left, from the beginning",
    { executorId: "heir", version: "2" },
    ["first", "second"],
  ],
  [
    "it left itself under another version",
    { executorId: "gone", version: "2" },
    ["first", "second"],
  ],
])("takes over what %s", async (_what, heir, steps) => {
  const url = await aDatabaseUrl();
  await leaveWorkBehind(url);
  const ran: string[] = [];

  const { said } = await anEngine(
    url,
    {
      advance: async (durable, input) => {
        await durable.step("first", async () => ran.push(`first ${input}`));
        await durable.step("second", async () => ran.push(`second ${input}`));
      },
    },
    { beatEveryMs: 50, ...heir },
  );
  await letTimePass(url);

  await vi.waitFor(
    () => {
      expect(ran).toEqual(steps.map((step) => `${step} input`));
    },
    { timeout: 60_000 },
  );
  expect(said.map(({ words }) => words)).toContain("Took over 1 workflows nobody worked on.");
});

/** Cuts a replica called "gone" off in the second step of its workflow. */
async function leaveWorkBehind(url: string): Promise<void> {
  const timers = fakeTimers();
  const begun = Promise.withResolvers<undefined>();
  const { engine } = await anEngine(
    url,
    {
      advance: async (durable) => {
        await durable.step("first", async () => undefined);
        await durable.step("second", async () => {
          begun.resolve(undefined);
          await new Promise(() => undefined);
        });
      },
    },
    { executorId: "gone", after: timers.after, drainForMs: 777 },
  );
  await engine.start("advance", "left", "input");
  await begun.promise;
  const stopped = engine.stop();
  await vi.waitFor(() => {
    expect(timers.waiting()).toContain(777);
  });
  timers.elapse();
  await stopped;
}

/** Makes the replica that runs one that has been seen for a minute. */
async function letTimePass(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("update engine.replica set steady_since = now() - interval '1 minute'");
  await client.end();
}
