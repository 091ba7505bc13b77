import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { instant } from "../../flows/model/ids.ts";
import type { Backlog } from "../../flows/ports/figures.ts";
import type { Behind, DirectMessage, HearUnreadable, Outbox } from "../../flows/ports/outbox.ts";
import type { Tables } from "../database/tables.ts";
import {
  StoredCount,
  StoredPersonId,
  StoredRequestId,
  StoredTenantName,
} from "../stored/stored-names.ts";
import { doubt } from "./mark-behind.ts";
import { isInUse, readEach } from "./set-aside.ts";
import { toDisplay } from "./stored-display.ts";
import { listNotices } from "./watch.ts";

const mostRequests = 500;
const mostMessages = 100;

const StoredBehind = z
  .strictObject({
    request: StoredRequestId,
    tenant: StoredTenantName,
    behind_since: z.date(),
    round: z.int(),
  })
  .transform(
    ({ behind_since: since, ...row }): Behind => ({ ...row, since: instant(since.getTime()) }),
  );

const StoredDirect = z
  .strictObject({
    key: z.string(),
    person: StoredPersonId,
    words: z.string(),
    request: StoredRequestId.nullable(),
  })
  .transform(
    ({ request, ...row }): DirectMessage => ({ ...row, ...(request !== null && { request }) }),
  );

function ignore(): void {
  // Who only lists has nobody to tell.
}

/** Keeps what people have yet to see in Slack. */
export function createOutbox({ db }: { readonly db: Kysely<Tables> }): Outbox {
  return {
    listBehind: async (onUnreadable = ignore) => {
      const rows = await db
        .selectFrom("announcement")
        .innerJoin("request", "request.id", "announcement.request")
        .select(["announcement.request", "request.tenant", "behind_since", "round"])
        .where("behind_since", "is not", null)
        .where(isInUse)
        .orderBy("behind_since")
        .limit(mostRequests)
        .execute();
      return readEach(
        rows,
        (row) => StoredBehind.parse(row),
        ({ request: key }, error) => onUnreadable({ kind: "request", key }, error),
      );
    },
    listNotices: (onUnreadable = ignore) => listNotices(db, onUnreadable),
    listDirect: (onUnreadable = ignore) => listDirect(db, onUnreadable),
    tell: (messages) => queueDirect(db, messages),
    findDisplay: async (request) => {
      const row = await db
        .selectFrom("announcement")
        .selectAll()
        .where("request", "=", request)
        .executeTakeFirst();
      return row && toDisplay(row);
    },
    doubt: (request) => doubt(db, request),
  };
}

async function listDirect(
  db: Kysely<Tables>,
  onUnreadable: HearUnreadable,
): Promise<readonly DirectMessage[]> {
  const rows = await db
    .selectFrom("direct_message")
    .select(["key", "person", "words", "request"])
    .where("is_sent", "=", false)
    .where(isInUse)
    .orderBy("made_at")
    .limit(mostMessages)
    .execute();
  return readEach(
    rows,
    (row) => StoredDirect.parse(row),
    ({ key }, error) => onUnreadable({ kind: "direct", key }, error),
  );
}

/** Queues private messages, in the transaction of what they tell. Safe to repeat. */
export async function queueDirect(
  db: Kysely<Tables>,
  messages: readonly DirectMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await db
    .insertInto("direct_message")
    .values(
      messages.map(({ key, person, words, request }) => ({
        key,
        person,
        words: JSON.stringify(words),
        request: request ?? null,
      })),
    )
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

const StoredBacklog = z.strictObject({
  waiting: StoredCount,
  oldestMs: StoredCount,
  aside: StoredCount,
});

/**
 * How much waits to be shown, and for how long, by the database's clock, and how much of it is set aside. Nothing else is
 * looked through.
 */
export async function readBacklog(db: Kysely<Tables>): Promise<Backlog> {
  const { rows } = await sql`
    select count(*) filter (where ${isInUse}) as waiting,
      coalesce(round(
        extract(epoch from clock_timestamp() - min(since) filter (where ${isInUse})) * 1000
      ), 0) as "oldestMs",
      count(*) filter (where not ${isInUse}) as aside
    from (
      select behind_since as since, aside_until from announcement where behind_since is not null
      union all select made_at, aside_until from direct_message where not is_sent
      union all select to_timestamp(made_at / 1000.0), aside_until from notice where not is_posted
    ) as waiting`.execute(db);
  const { waiting, oldestMs, aside } = StoredBacklog.parse(rows[0]);
  return { waiting, oldestMs: Math.max(0, oldestMs), aside };
}
