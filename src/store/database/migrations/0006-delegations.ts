import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table delegation (
      id text primary key,
      tenant text not null,
      by text not null,
      "to" text not null,
      begins bigint not null,
      ends bigint not null,
      reason json not null,
      ended_at bigint
    )`.execute(db);
  await sql`create index delegation_tenant on delegation (tenant, ends)`.execute(db);
  await sql`create index delegation_by on delegation (by, ends)`.execute(db);
}
