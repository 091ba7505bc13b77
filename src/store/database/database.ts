import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";
import type { Tables } from "./tables.ts";

export interface DatabaseOptions {
  /** `postgres://…`. With the password: never for a log. */
  readonly url: string;
  /** Connections at most, 10 when absent. */
  readonly maxConnections?: number;
  /** A connection broke while nobody waited for it, as when PostgreSQL restarts. The next query gets a new one. */
  readonly onConnectionLost: (error: Error) => void;
}

export interface Database {
  readonly db: Kysely<Tables>;
  /** Whether the database answers within a second. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

const readyWithinMs = 1000;

/** Opens the pool of connections. Connects only when the first query comes. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    application_name: "workday-isu-bot",
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  pool.on("error", options.onConnectionLost);
  // A connection in use has no listener of the pool's: without one of ours its error ends the process.
  pool.on("connect", (client) => {
    client.on("error", options.onConnectionLost);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, isReady: () => isReady(db), close: () => db.destroy() };
}

async function isReady(db: Kysely<Tables>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, readyWithinMs);
  });
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const isAnswered = await Promise.race([answered, tooLate]);
  clearTimeout(timer);
  return isAnswered;
}
