import { Pool } from "pg";
import { connectionLimits } from "../database-limits.ts";
import type { EngineLog } from "./engine-log.ts";

/** A pool that outlives a restart of PostgreSQL: a connection that breaks is logged, and the next one is new. */
export function createConnections({
  databaseUrl,
  purpose,
  max,
  log,
}: {
  readonly databaseUrl: string;
  readonly purpose: string;
  readonly max: number;
  readonly log: EngineLog;
}): Pool {
  function onError(error: Error): void {
    log({ level: "warn", words: `A connection of the ${purpose} was lost.`, error });
  }
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    application_name: `workday-isu-bot ${purpose}`,
    ...connectionLimits,
  });
  pool.on("error", onError);
  // A connection in use has no listener of the pool's: without one of ours its error ends the process.
  pool.on("connect", (client) => {
    client.on("error", onError);
  });
  return pool;
}
