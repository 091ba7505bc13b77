import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { up as requests } from "./migrations/0001-requests.ts";
import { up as drafts } from "./migrations/0002-drafts.ts";
import { up as audit } from "./migrations/0003-audit.ts";
import { up as watch } from "./migrations/0004-watch.ts";
import type { Tables } from "./tables.ts";

/** Run in the order of their names. One that has been released is never changed again. */
const migrations: Record<string, Migration> = {
  "0001-requests": { up: requests },
  "0002-drafts": { up: drafts },
  "0003-audit": { up: audit },
  "0004-watch": { up: watch },
};

/**
 * Brings the tables up to date. Safe to repeat, and safe for several replicas that start at once: one
 * works, the others wait for it.
 *
 * @throws when a migration fails, or the database was migrated by a newer version of the bot.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(hashtextextended('workday-isu-bot: migrations', 0))`.execute(
      holder,
    );
    try {
      await migrateAlone(db);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('workday-isu-bot: migrations', 0))`.execute(
        holder,
      );
    }
  });
}

async function migrateAlone(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed =
    results.find(({ status }) => status === "Error")?.migrationName ?? "its migrations";
  throw new Error(`The database could not be brought up to date: ${failed}`, { cause: error });
}
