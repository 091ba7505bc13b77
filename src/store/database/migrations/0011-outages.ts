import { type QueryExecutorProvider, sql } from "kysely";

/** What is away that a tenant's requests need: one row of each, which stays until the next outage of it. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`
    create table outage (
      tenant text not null,
      outside text not null,
      since bigint not null,
      over_at bigint,
      primary key (tenant, outside)
    )`.execute(db);
}
