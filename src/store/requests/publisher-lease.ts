import { type Kysely, sql } from "kysely";
import type { PublisherLease } from "../../flows/ports/outbox.ts";
import type { Tables } from "../database/tables.ts";
import { StoredCount } from "../stored/stored-names.ts";

const ttlMs = 10_000;

/**
 * Lets one replica at a time write to Slack. All moments are the database's, so that clocks of replicas may differ. Who
 * held it last holds on with the same token even after its time, as long as nobody else has taken it.
 */
export function createPublisherLease({
  db,
  replica,
}: {
  readonly db: Kysely<Tables>;
  readonly replica: string;
}): PublisherLease {
  let token: number | undefined;
  return {
    ttlMs,
    hold: async () => {
      token = (await renew(db, token)) ?? (await take(db, replica));
      return token;
    },
    release: async () => {
      if (token === undefined) return;
      await db
        .updateTable("publisher_lease")
        .set({ until: sql<Date>`'-infinity'` })
        .where("token", "=", sql<string>`${token}`)
        .execute();
      token = undefined;
    },
  };
}

const until = sql<Date>`clock_timestamp() + make_interval(secs => ${ttlMs / 1000})`;

async function renew(db: Kysely<Tables>, token: number | undefined): Promise<number | undefined> {
  if (token === undefined) return undefined;
  const row = await db
    .updateTable("publisher_lease")
    .set({ until })
    .where("token", "=", sql<string>`${token}`)
    .returning("token")
    .executeTakeFirst();
  return row && StoredCount.parse(row.token);
}

async function take(db: Kysely<Tables>, replica: string): Promise<number | undefined> {
  const row = await db
    .updateTable("publisher_lease")
    .set({ holder: replica, token: sql<number>`token + 1`, until })
    .where("until", "<", sql<Date>`clock_timestamp()`)
    .returning("token")
    .executeTakeFirst();
  return row && StoredCount.parse(row.token);
}
