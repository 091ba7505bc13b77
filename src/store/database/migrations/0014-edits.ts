import { type QueryExecutorProvider, sql } from "kysely";

/** A kept draft may be an edit of an open request, and of the state in which that was when its form was opened. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`alter table draft add column edits json`.execute(db);
}
