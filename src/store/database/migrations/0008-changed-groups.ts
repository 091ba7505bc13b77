import { type QueryExecutorProvider, sql } from "kysely";

interface Asked {
  readonly request: string;
  readonly tenant: string;
  readonly own: string;
  readonly segmented: string | null;
}

/** Requests from before are found by the security groups that they made or changed as well. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`
    create table changed_group (
      tenant text not null,
      name text not null,
      request text not null references request (id),
      primary key (tenant, name, request)
    )`.execute(db);
  const { rows } = await sql<Asked>`
    select request.id as request, request.tenant, event.event #>> '{draft,groupName}' as own,
      event.event #>> '{draft,segmented,groupName}' as segmented
    from request join event on event.request = request.id and event.seq = 1
    where event.event #>> '{draft,kind}'
      in ('create', 'retire', 'activate-group', 'permissions', 'segment', 'end-segments')`.execute(
    db,
  );
  for (const { request, tenant, own, segmented } of rows) {
    for (const name of segmented === null ? [own] : [own, segmented]) {
      await sql`
        insert into changed_group values (${tenant}, ${toKey(name)}, ${request})
        on conflict do nothing`.execute(db);
    }
  }
}

/** One spelling, as it is when this is written. PostgreSQL folds other letters than JavaScript. */
function toKey(name: string): string {
  return name.replace(/\s+/g, " ").trim().toLowerCase();
}
