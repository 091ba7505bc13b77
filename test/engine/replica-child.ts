import { Pool } from "pg";
import { createEngine } from "../../src/engine/engine.ts";

/**
 * One replica as a process. Its workflow writes three lines into the table `trace`; a replica told to
 * `hold` never ends its second step.
 */
const [, , databaseUrl = "", executorId = "", behaviour = ""] = process.argv;

const pool = new Pool({ connectionString: databaseUrl, max: 2 });
pool.on("error", () => undefined);

async function trace(workflow: string, line: string): Promise<string> {
  await pool.query("insert into trace (workflow, line, replica) values ($1, $2, $3)", [
    workflow,
    line,
    executorId,
  ]);
  return line;
}

const nothing = { run: async () => undefined, giveUp: async () => undefined };

const engine = createEngine({
  databaseUrl,
  executorId,
  version: "1",
  beatEveryMs: 100,
  deadAfterMs: 60_000,
  workflows: {
    advance: async (durable, input) => {
      await durable.step("one", async () => trace(input, "one"));
      await durable.step("two", async () => {
        await trace(input, "two");
        if (behaviour === "hold") await new Promise(() => undefined);
      });
      await durable.step("three", async () => trace(input, "three"));
    },
    click: nothing,
    delegation: nothing,
    passkey: nothing,
  },
  log: () => undefined,
});

await engine.launch();
process.on("message", (input: string) => {
  void engine.start("advance", input, input);
});
process.send?.("launched");
