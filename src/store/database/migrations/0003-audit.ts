import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      seq bigint primary key,
      at bigint not null,
      request text not null,
      by text not null,
      kind text not null,
      body json not null,
      previous text not null,
      mac text not null
    )`.execute(db);
  await sql`create index audit_request on audit (request, seq)`.execute(db);
  await sql`
    create table audit_head (
      only_one boolean primary key default true check (only_one),
      seq bigint not null,
      mac text not null
    )`.execute(db);
  await sql`insert into audit_head (seq, mac) values (0, '')`.execute(db);
}
