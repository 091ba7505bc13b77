import type { Pool, PoolClient } from "pg";
import { createConnections } from "./connections.ts";
import type { EngineLog } from "./engine-log.ts";

export interface HeartbeatOptions {
  readonly databaseUrl: string;
  readonly executorId: string;
  /** A replica that was not seen for this long counts as dead. */
  readonly deadAfterMs: number;
  readonly log: EngineLog;
}

export interface Heartbeat {
  /** Enters this replica, making the table if need be. Before it takes up any work. */
  readonly join: () => Promise<void>;
  readonly beat: () => Promise<void>;
  /**
   * Lets one replica at a time look for work of dead ones. `takeOver` hears who lives; it is not called
   * while another replica sweeps, nor by a replica that has not itself been seen steadily for as long as
   * another may be silent: after an outage of the database everybody looks dead.
   */
  readonly sweep: (takeOver: (living: ReadonlySet<string>) => Promise<void>) => Promise<void>;
  /** Says that this replica is gone, so that nobody waits for it. */
  readonly leave: () => Promise<void>;
}

const lockOfSweep = "select pg_advisory_xact_lock(hashtextextended('workday-isu-bot: sweep', 0))";
const tryLockOfSweep =
  "select pg_try_advisory_xact_lock(hashtextextended('workday-isu-bot: sweep', 0)) as held";

/** All instants are the database's: the replicas' own clocks may differ. */
const beat = `
  insert into engine.replica (id) values ($1)
  on conflict (id) do update set
    steady_since = case
      when engine.replica.seen_at < clock_timestamp() - make_interval(secs => $2) then clock_timestamp()
      else engine.replica.steady_since
    end,
    seen_at = clock_timestamp()`;

const living = `
  select id, steady_since < clock_timestamp() - make_interval(secs => $1) as steady
  from engine.replica where seen_at > clock_timestamp() - make_interval(secs => $1)`;

/** Keeps the table of replicas, in a schema of its own. Opens connections of its own on the first call. */
export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { executorId } = options;
  const deadAfterSeconds = options.deadAfterMs / 1000;
  const pool = createConnections({ ...options, purpose: "heartbeat", max: 2 });
  return {
    join: async () =>
      inTransaction(pool, async (client) => {
        // A sweep that runs right now may be taking over what this replica left when it was last here.
        await client.query(lockOfSweep);
        await client.query("create schema if not exists engine");
        await client.query(`
          create table if not exists engine.replica (
            id text primary key,
            steady_since timestamptz not null default clock_timestamp(),
            seen_at timestamptz not null default clock_timestamp()
          )`);
        await client.query(beat, [executorId, deadAfterSeconds]);
      }),
    beat: async () => {
      await pool.query(beat, [executorId, deadAfterSeconds]);
    },
    sweep: async (takeOver) =>
      inTransaction(pool, async (client) => {
        const lock = await client.query<{ readonly held: boolean }>(tryLockOfSweep);
        if (lock.rows[0]?.held !== true) return;
        const { rows } = await client.query<{ readonly id: string; readonly steady: boolean }>(
          living,
          [deadAfterSeconds],
        );
        const isSteady = rows.some(({ id, steady }) => id === executorId && steady);
        if (isSteady) await takeOver(new Set(rows.map(({ id }) => id)));
      }),
    leave: async () => {
      await pool
        .query("delete from engine.replica where id = $1", [executorId])
        .catch(() => undefined);
      await pool.end();
    },
  };
}

async function inTransaction(
  pool: Pool,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  let isOver = false;
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
    isOver = true;
  } finally {
    // Answered once its locks are let go; PostgreSQL takes its time to notice that a connection is closed.
    isOver ||= await rollBack(client);
    client.release(!isOver);
  }
}

async function rollBack(client: PoolClient): Promise<boolean> {
  return client.query("rollback").then(
    () => true,
    () => false,
  );
}
