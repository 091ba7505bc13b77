import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { RequestId } from "../flows/ids.ts";
import type { Tables } from "./tables.ts";

/** Where a request's message is in Slack, and how much of its story its thread has. */
interface Announcement {
  readonly channel: string;
  readonly ts: string;
  /** The number of the last event that was posted; 0 for none. */
  readonly through: number;
}

export interface AnnouncementLog {
  readonly find: (request: RequestId) => Promise<Announcement | undefined>;
  /** Safe to repeat; `through` never goes back. */
  readonly keep: (request: RequestId, announcement: Announcement) => Promise<void>;
}

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
