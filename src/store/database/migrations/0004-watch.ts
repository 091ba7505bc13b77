import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table seen_activation (
      tenant text primary key,
      at bigint not null,
      keys json not null
    )`.execute(db);
  await sql`
    create table notice (
      key text primary key,
      tenant text not null,
      made_at bigint not null,
      matter json not null,
      claimed_until bigint not null default 0,
      is_posted boolean not null default false
    )`.execute(db);
  await sql`create table turn (name text primary key, at bigint not null)`.execute(db);
  await sql`create index notice_unposted on notice (made_at) where not is_posted`.execute(db);
}
