import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft (
      id text primary key,
      by text not null,
      raw json not null,
      kept_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table announcement (
      request text primary key,
      channel text not null,
      ts text not null,
      through_seq integer not null
    )`.execute(db);
}
