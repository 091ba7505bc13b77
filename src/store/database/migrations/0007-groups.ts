import { type QueryExecutorProvider, sql } from "kysely";

/** Open requests from before hold their security groups as well. Safe to repeat. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`alter table reservation drop constraint reservation_kind_check`.execute(db);
  await sql`
    alter table reservation add constraint reservation_kind_check
    check (kind in ('user', 'system', 'new-system', 'group'))`.execute(db);
  await sql`
    insert into reservation (tenant, kind, name, request)
    select request.tenant, 'group',
      lower(trim(regexp_replace(event.event #>> '{draft,groupName}', '\\s+', ' ', 'g'))), request.id
    from request join event on event.request = request.id and event.seq = 1
    where request.phase not in ('done', 'ended')
      and event.event #>> '{draft,kind}' in ('create', 'retire', 'activate-group', 'permissions')
    on conflict do nothing`.execute(db);
}
