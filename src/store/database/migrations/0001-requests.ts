import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request (
      id text primary key,
      tenant text not null,
      user_name_key text not null,
      opened_at bigint not null,
      version integer not null,
      phase text not null,
      is_open boolean not null,
      changed_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index request_open on request (opened_at desc) where is_open`.execute(db);
  await sql`create index request_changed on request (changed_at)`.execute(db);
  await sql`create index request_user_name on request (user_name_key, opened_at desc)`.execute(db);
  await sql`
    create table event (
      request text not null references request (id),
      seq integer not null,
      at bigint not null,
      key text not null,
      part integer not null,
      event json not null,
      primary key (request, seq),
      unique (request, key, part)
    )`.execute(db);
  await sql`
    create table reservation (
      tenant text not null,
      kind text not null check (kind in ('user', 'system', 'new-system')),
      name text not null,
      request text not null references request (id),
      primary key (tenant, kind, name)
    )`.execute(db);
  await sql`create index reservation_request on reservation (request)`.execute(db);
}
