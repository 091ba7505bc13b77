import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { makeTemporaryFolder } from "../../../sandbox/temporary-folder.ts";
import { startEmbeddedPostgres } from "../../../src/engine/embedded.ts";
import { asSuperuser } from "./as-superuser.ts";
import { prepareDatabase } from "./prepared-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** One PostgreSQL for all tests of a run. */
    postgresUrl: string;
  }
}

/**
 * Starts one PostgreSQL for the tests of this run, and takes it away again at the end. TEST_POSTGRES names a server to
 * use instead, such as one that this machine's `pg_dump` can read.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // oxlint-disable-next-line node/no-process-env -- a command reads its own settings
  const given = process.env["TEST_POSTGRES"];
  if (given !== undefined) {
    await prepareDatabase(given);
    project.provide("postgresUrl", given);
    return async () => undefined;
  }
  const folder = makeTemporaryFolder("isu-bot-postgres-");
  const first = await startEmbeddedPostgres({ folder, log: () => undefined });
  await first.stop();
  await asSuperuser(folder, forTests);
  const server = await startEmbeddedPostgres({ folder, log: () => undefined });
  await prepareDatabase(server.url);
  project.provide("postgresUrl", server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * Each test has a database of its own, and drops it whoever is at work in it, autovacuum too. What it writes
 * need not survive the machine, which makes a database in a third of the time.
 */
const forTests = [
  "alter role isu_bot createdb",
  "grant pg_signal_backend to isu_bot",
  "alter system set fsync = off",
];
