import { Client } from "pg";
import { onTestFinished, vi } from "vitest";

export interface Trace {
  /** What the workflows have written, in order, as `line by replica`. */
  readonly read: (workflow?: string) => Promise<readonly string[]>;
  readonly query: (statement: string) => Promise<readonly unknown[]>;
  /** Waits until a workflow has written this line. */
  readonly waitFor: (line: string, workflow?: string) => Promise<void>;
}

/** Reads the table into which `replica-child.ts` writes. */
export async function createTrace(databaseUrl: string): Promise<Trace> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(async () => client.end());
  await client.query("create table trace (seq serial, workflow text, line text, replica text)");

  async function query(statement: string, values: readonly unknown[] = []): Promise<unknown[]> {
    const { rows }: { readonly rows: unknown[] } = await client.query(statement, [...values]);
    return rows;
  }

  async function read(workflow = "w1"): Promise<readonly string[]> {
    const rows = await query(
      "select line || ' by ' || replica as said from trace where workflow = $1 order by seq",
      [workflow],
    );
    return rows.map((row) => (row instanceof Object && "said" in row ? String(row.said) : ""));
  }

  return {
    read,
    query,
    waitFor: async (line, workflow) => {
      await vi.waitFor(
        async () => {
          if (!(await read(workflow)).includes(line)) throw new Error(`Nobody wrote: ${line}`);
        },
        { timeout: 60_000, interval: 20 },
      );
    },
  };
}
