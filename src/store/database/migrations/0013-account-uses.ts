import { type QueryExecutorProvider, sql } from "kysely";

/**
 * How far each tenant's log of sign-ons was read, and what it told of the accounts that the bot answers for: one
 * row of each, never of anybody else.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`
    create table sign_on_log (
      tenant text primary key,
      since bigint not null,
      until bigint not null
    )`.execute(db);
  await sql`
    create table account_use (
      tenant text not null,
      user_name text not null,
      last json,
      known json not null,
      primary key (tenant, user_name)
    )`.execute(db);
}
