import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passkey (
      credential text primary key,
      tenant text not null,
      person text not null,
      public_key text not null,
      counter bigint not null,
      transports json not null,
      state text not null check (state in ('waiting', 'active', 'revoked')),
      enrolled_at bigint not null
    )`.execute(db);
  // Whoever has one that counts has no other.
  await sql`
    create unique index passkey_active on passkey (tenant, person) where state = 'active'`.execute(
    db,
  );
  await sql`
    create table page_ticket (
      key text primary key,
      person text not null,
      tenant text not null,
      errand json not null,
      nonce text not null,
      expires_at bigint not null,
      tries_left integer not null,
      is_used boolean not null
    )`.execute(db);
  await sql`create index page_ticket_expires on page_ticket (expires_at)`.execute(db);
  await sql`
    create table enrolment_code (
      tenant text not null,
      person text not null,
      key text not null,
      expires_at bigint not null,
      tries_left integer not null,
      primary key (tenant, person)
    )`.execute(db);
  // What happens to a passkey belongs to no request.
  await sql`alter table audit alter column request drop not null`.execute(db);
}
