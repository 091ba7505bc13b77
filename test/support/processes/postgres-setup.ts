import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../../src/engine/embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** One PostgreSQL for all tests of a run. */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL for the tests of this run, and takes it away again at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "isu-bot-postgres-"));
  const server = await startEmbeddedPostgres({ folder, log: () => undefined });
  await makeHasty(server.url);
  project.provide("postgresUrl", server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** What these tests write need not survive the machine. It makes a database in a third of the time. */
async function makeHasty(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query("alter system set fsync = off");
  await client.query("select pg_reload_conf()");
  await client.end();
}
