import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Runs `act` while a connection of the pool holds an advisory lock of this name: PostgreSQL lets go of it
 * when the process dies.
 *
 * @returns `undefined`, and nothing happened, when somebody else holds it.
 * @see PostgreSQL 18, "Advisory Locks"
 */
export function alone<Answer>(
  db: Kysely<Tables>,
  name: string,
  act: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const key = sql`hashtextextended(${`workday-isu-bot: ${name}`}, 0)`;
  return db.connection().execute(async (session) => {
    const taken = await sql<{ held: boolean }>`select pg_try_advisory_lock(${key}) as held`.execute(
      session,
    );
    if (taken.rows[0]?.held !== true) return undefined;
    try {
      return await act();
    } finally {
      // A connection that was lost meanwhile has let go already: what was done stays done.
      await sql`select pg_advisory_unlock(${key})`.execute(session).catch(() => undefined);
    }
  });
}
