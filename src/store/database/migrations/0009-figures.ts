import { type QueryExecutorProvider, sql } from "kysely";

/**
 * What is counted often: requests by their kind, and what the looks at everything came to. The kind is taken out of the
 * text of the first event, since PostgreSQL opens no JSON that holds `\u0000`, which people can paste. A replica of an
 * older release leaves it out.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`alter table request add column kind text`.execute(db);
  await sql`
    update request set kind =
      coalesce(substring(event.event::text from '"draft":\\{"kind":"([a-z-]+)"'), 'create')
    from event where event.request = request.id and event.seq = 1`.execute(db);
  await sql`create index request_figures on request (tenant, kind, phase, is_open)`.execute(db);
  await sql`
    create table tally (
      name text not null,
      tenant text not null,
      count integer not null,
      at bigint not null,
      primary key (name, tenant)
    )`.execute(db);
}
