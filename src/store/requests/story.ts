import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { Instant, RequestId } from "../../flows/model/ids.ts";
import type { Event, Recorded } from "../../flows/request/event.ts";
import { type Request, replay } from "../../flows/request/request.ts";
import type { Tables } from "../database/tables.ts";
import { StoredEvent, toStoredEvent } from "../stored/stored-event.ts";
import { StoredCount, StoredInstant, StoredRequestId } from "../stored/stored-names.ts";

/** An event with the key of the decision that made it. */
export interface KeptEvent extends Recorded {
  readonly key: string;
}

const StoredRow = z.strictObject({
  request: StoredRequestId,
  seq: z.int(),
  at: StoredCount.pipe(StoredInstant),
  key: z.string(),
  event: StoredEvent,
});

/** The stories of some requests, each in order. A request without events has none. */
async function readStories(
  db: Kysely<Tables>,
  ids: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, readonly KeptEvent[]>> {
  const stories = new Map<RequestId, KeptEvent[]>();
  if (ids.length === 0) return stories;
  const rows = await db
    .selectFrom("event")
    .select(["request", "seq", "at", "key", "event"])
    .where("request", "in", ids)
    .orderBy("request")
    .orderBy("seq")
    .execute();
  for (const row of rows) {
    const { request, ...kept } = StoredRow.parse(row);
    stories.set(request, [...(stories.get(request) ?? []), kept]);
  }
  return stories;
}

export async function readStoryOf(
  db: Kysely<Tables>,
  id: RequestId,
): Promise<readonly KeptEvent[]> {
  return (await readStories(db, [id])).get(id) ?? [];
}

/** Requests as their stories make them, in the order of their ids. */
export async function readRequests(
  db: Kysely<Tables>,
  ids: readonly RequestId[],
): Promise<readonly Request[]> {
  const stories = await readStories(db, ids);
  const requests = new Map(Array.from(stories, ([id, story]) => [id, replay(story)] as const));
  return ids.map((id) => requests.get(id)).filter((request) => request !== undefined);
}

/** Writes events down after the ones that are there. The caller holds the request's row. */
export async function insertEvents(
  trx: Transaction<Tables>,
  decided: {
    readonly id: RequestId;
    readonly key: string;
    readonly now: Instant;
    /** How many events there are. */
    readonly after: number;
  },
  events: readonly Event[],
): Promise<readonly Recorded[]> {
  const { id, key, now, after } = decided;
  const recorded = events.map((event, part) => ({
    seq: after + part + 1,
    at: now,
    event: StoredEvent.parse(toStoredEvent(event)),
  }));
  await trx
    .insertInto("event")
    .values(
      recorded.map(({ seq, at, event }, part) => ({
        request: id,
        seq,
        at,
        key,
        part,
        event: JSON.stringify(event),
      })),
    )
    .execute();
  return recorded;
}
