import { type Kysely, sql } from "kysely";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Tables } from "../database/tables.ts";

/**
 * Writes down that Slack is behind with a request, in the transaction of what it has to show. Whoever settles the
 * request waits for that transaction, and then finds another round. What could not be shown before is tried again.
 */
export async function markBehind(db: Kysely<Tables>, request: RequestId): Promise<void> {
  await db
    .insertInto("announcement")
    .values({ request, behind_since: sql<Date>`clock_timestamp()` })
    .onConflict((conflict) =>
      conflict.column("request").doUpdateSet({
        behind_since: sql<Date>`coalesce(announcement.behind_since, excluded.behind_since)`,
        round: sql<number>`announcement.round + 1`,
        aside_until: null,
      }),
    )
    .execute();
}

/** What the message shows is not known any more, so it is shown again whatever else is settled meanwhile. */
export async function doubt(db: Kysely<Tables>, request: RequestId): Promise<void> {
  await db
    .updateTable("announcement")
    .set({
      is_doubtful: true,
      behind_since: sql<Date>`coalesce(behind_since, clock_timestamp())`,
      round: sql<number>`round + 1`,
      doubts: sql<number>`doubts + 1`,
    })
    .where("request", "=", request)
    .execute();
}
