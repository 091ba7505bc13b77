import { Client } from "pg";

/** Runs one statement on a connection of its own, and gives its rows. */
export async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows }: { readonly rows: unknown[] } = await client.query(statement);
    return rows;
  } finally {
    await client.end();
  }
}
