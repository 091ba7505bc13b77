import { type Kysely, sql } from "kysely";
import { listMigrations } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** What the bot needs of its database, as it stands now. */
export interface DatabaseFacts {
  /** PostgreSQL's `server_version_num`, such as 140012. */
  readonly version: number;
  /** A standby takes no writes. */
  readonly isStandby: boolean;
  /** For the engine's own schema, where it is not there yet. */
  readonly mayCreateSchema: boolean;
  /** In the schema where the bot's tables are. */
  readonly mayCreateTables: boolean;
  /** Migrations that `npm start` will run. */
  readonly pending: readonly string[];
  /** Migrations that this version of the bot does not know: a newer one was here. */
  readonly unknown: readonly string[];
}

interface Privileges {
  readonly version: number;
  readonly isStandby: boolean;
  readonly mayCreateSchema: boolean;
  readonly mayCreateTables: boolean;
}

/**
 * Looks at the database and changes nothing.
 * @throws what the connection throws when the database cannot be reached
 * @see PostgreSQL 18, "Access Privilege Inquiry Functions"
 */
export async function readDatabaseFacts(db: Kysely<Tables>): Promise<DatabaseFacts> {
  const { rows } = await sql<Privileges>`
    select current_setting('server_version_num')::int as "version",
      pg_is_in_recovery() as "isStandby",
      has_database_privilege(current_user, current_database(), 'CREATE')
        or coalesce(has_schema_privilege(current_user, to_regnamespace('dbos'), 'CREATE'), false)
        as "mayCreateSchema",
      coalesce(has_schema_privilege(current_user, current_schema(), 'CREATE'), false)
        as "mayCreateTables"
  `.execute(db);
  const [privileges] = rows;
  if (privileges === undefined) throw new Error("PostgreSQL answered without a row");
  return { ...privileges, ...(await listMigrations(db)) };
}
