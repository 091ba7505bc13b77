import { type QueryExecutorProvider, sql } from "kysely";

interface Asked {
  readonly request: string;
  readonly tenant: string;
  readonly event: { readonly draft?: { readonly system?: { readonly id?: string } } };
}

/** Which requests ever asked for an integration system that was there: they are found by it, also those from before. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`
    create table taken_system (
      tenant text not null,
      system text not null,
      request text not null references request (id),
      primary key (tenant, system, request)
    )`.execute(db);
  // As text: PostgreSQL takes no part out of what holds \u0000.
  const { rows } = await sql<Asked>`
    select event.request, request.tenant, event.event
    from event join request on request.id = event.request
    where event.event::text ~ '^\\{"kind":"(opened|edited)"'
      and event.event::text like '%"system":{"kind":"existing"%'`.execute(db);
  for (const { request, tenant, event } of rows) {
    const id = event.draft?.system?.id;
    if (id === undefined) continue;
    await sql`
      insert into taken_system values (${tenant}, ${id.toLowerCase()}, ${request})
      on conflict do nothing`.execute(db);
  }
}
