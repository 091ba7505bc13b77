import { type QueryExecutorProvider, sql } from "kysely";

/** Until when a row rests that cannot be read or rendered. A replica of an older release leaves these as they are. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`alter table announcement add column aside_until timestamptz`.execute(db);
  await sql`alter table notice add column aside_until timestamptz`.execute(db);
  await sql`alter table direct_message add column aside_until timestamptz`.execute(db);
}
