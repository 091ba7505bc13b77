import { Client } from "pg";
import { connectionLimits } from "../database-limits.ts";
import type { EngineLog } from "./engine-log.ts";
import { type After, afterOnTheWall } from "./timers.ts";

export interface SessionLockOptions {
  readonly databaseUrl: string;
  /** What is locked, in words; two processes with the same words exclude each other. */
  readonly name: string;
  /** How long to ask again before giving up: PostgreSQL takes a moment to notice that a holder was killed. */
  readonly retryForMs: number;
  readonly log: EngineLog;
  readonly after?: After;
}

export interface SessionLock {
  /**
   * Lets go once `until` is done, as when that ends the server itself: nobody else gets the lock before.
   * Safe to repeat.
   */
  readonly release: (until?: Promise<void>) => Promise<void>;
}

const retryEveryMs = 100;
const reconnectEveryMs = 1000;

/**
 * Holds an advisory lock on a connection of its own, which ends with this process however it dies.
 * After a restart of PostgreSQL it takes the lock again.
 *
 * @returns `undefined` when somebody else holds it for all of `retryForMs`.
 * @see PostgreSQL 18, "Advisory Locks"
 */
export async function acquireSessionLock(
  options: SessionLockOptions,
): Promise<SessionLock | undefined> {
  const { log, name, after = afterOnTheWall } = options;
  let isReleased = false;
  let callOff: (() => void) | undefined;
  let held = await tryUntil(options, performance.now() + options.retryForMs);
  if (held === undefined) return undefined;
  watch(held);

  function watch(client: Client): void {
    client.once("end", () => {
      if (isReleased) return;
      log({ level: "warn", words: `The connection that holds the lock "${name}" was lost.` });
      callOff = after(reconnectEveryMs, () => void takeAgain());
    });
  }

  async function takeAgain(): Promise<void> {
    const client = await connectAndTry(options).catch(() => undefined);
    if (isReleased) {
      await client?.end();
    } else if (client === undefined) {
      callOff = after(reconnectEveryMs, () => void takeAgain());
    } else {
      held = client;
      watch(client);
      log({ level: "info", words: `The lock "${name}" is held again.` });
    }
  }

  return {
    release: async (until = Promise.resolve()) => {
      if (isReleased) return;
      isReleased = true;
      callOff?.();
      await Promise.allSettled([until]);
      await held?.end().catch(() => undefined);
      await until;
    },
  };
}

async function tryUntil(
  options: SessionLockOptions,
  deadline: number,
): Promise<Client | undefined> {
  const client = await connectAndTry(options);
  if (client !== undefined || performance.now() >= deadline) return client;
  await new Promise((resolve) => setTimeout(resolve, retryEveryMs));
  return tryUntil(options, deadline);
}

async function connectAndTry({
  databaseUrl,
  name,
  log,
}: SessionLockOptions): Promise<Client | undefined> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "workday-isu-bot lock",
    ...connectionLimits,
  });
  client.on("error", (error) => {
    log({ level: "debug", words: `The lock "${name}" lost its connection.`, error });
  });
  await client.connect();
  const answer = await client.query<{ readonly held: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
    [`workday-isu-bot: ${name}`],
  );
  if (answer.rows[0]?.held === true) return client;
  await client.end();
  return undefined;
}
