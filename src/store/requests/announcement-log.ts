import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Announcement, AnnouncementLog } from "../../flows/ports/announcement-log.ts";
import type { Tables } from "../database/tables.ts";

const StoredAnnouncement = z
  .strictObject({ channel: z.string(), ts: z.string(), through_seq: z.int() })
  .transform(({ channel, ts, through_seq: through }): Announcement => ({ channel, ts, through }));

/** Remembers what the bot has posted, so that a restart posts nothing twice. */
export function createAnnouncementLog({ db }: { readonly db: Kysely<Tables> }): AnnouncementLog {
  return {
    find: async (request) => {
      const row = await db
        .selectFrom("announcement")
        .select(["channel", "ts", "through_seq"])
        .where("request", "=", request)
        .executeTakeFirst();
      return row === undefined ? undefined : StoredAnnouncement.parse(row);
    },
    keep: async (request, { channel, ts, through }) => {
      await db
        .insertInto("announcement")
        .values({ request, channel, ts, through_seq: through })
        .onConflict((conflict) =>
          conflict.column("request").doUpdateSet({
            channel,
            ts,
            through_seq: sql<number>`greatest(announcement.through_seq, excluded.through_seq)`,
          }),
        )
        .execute();
    },
  };
}
