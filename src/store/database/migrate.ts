import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { up as requests } from "./migrations/0001-requests.ts";
import { up as drafts } from "./migrations/0002-drafts.ts";
import { up as audit } from "./migrations/0003-audit.ts";
import { up as watch } from "./migrations/0004-watch.ts";
import { up as passkeys } from "./migrations/0005-passkeys.ts";
import { up as delegations } from "./migrations/0006-delegations.ts";
import { up as groups } from "./migrations/0007-groups.ts";
import { up as changedGroups } from "./migrations/0008-changed-groups.ts";
import { up as figures } from "./migrations/0009-figures.ts";
import { up as publisher } from "./migrations/0010-publisher.ts";
import { up as outages } from "./migrations/0011-outages.ts";
import { up as setAside } from "./migrations/0012-set-aside.ts";
import { up as accountUses } from "./migrations/0013-account-uses.ts";
import { up as edits } from "./migrations/0014-edits.ts";
import { up as takenSystems } from "./migrations/0015-taken-systems.ts";
import type { Tables } from "./tables.ts";

/** Run in the order of their names. One that has been released is never changed again. */
const migrations: Record<string, Migration> = {
  "0001-requests": { up: requests },
  "0002-drafts": { up: drafts },
  "0003-audit": { up: audit },
  "0004-watch": { up: watch },
  "0005-passkeys": { up: passkeys },
  "0006-delegations": { up: delegations },
  "0007-groups": { up: groups },
  "0008-changed-groups": { up: changedGroups },
  "0009-figures": { up: figures },
  "0010-publisher": { up: publisher },
  "0011-outages": { up: outages },
  "0012-set-aside": { up: setAside },
  "0013-account-uses": { up: accountUses },
  "0014-edits": { up: edits },
  "0015-taken-systems": { up: takenSystems },
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

/** The migrations that are still to run, and those that only a newer bot knows. Changes nothing. */
export async function listMigrations(
  db: Kysely<Tables>,
): Promise<{ readonly pending: readonly string[]; readonly unknown: readonly string[] }> {
  const there = await sql<{ readonly isThere: boolean }>`
    select to_regclass('kysely_migration') is not null as "isThere"`.execute(db);
  const run =
    there.rows[0]?.isThere === true
      ? await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db)
      : { rows: [] };
  const done = new Set(run.rows.map(({ name }) => name));
  return {
    pending: Object.keys(migrations).filter((name) => !done.has(name)),
    unknown: [...done].filter((name) => !Object.hasOwn(migrations, name)),
  };
}
