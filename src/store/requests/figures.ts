import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Clock } from "../../flows/ports/clock.ts";
import type { Figures, ReadFigures, WaitingFor } from "../../flows/ports/figures.ts";
import type { Phase } from "../../flows/request/phase.ts";
import type { Tables } from "../database/tables.ts";
import { StoredCount } from "../stored/stored-names.ts";
import { readBacklog } from "./outbox.ts";

interface Source extends Pick<Clock, "now"> {
  readonly db: Kysely<Tables>;
}

/** Counts where everything stands: a query for each number, and none that reads more than it counts. */
export function createReadFigures(source: Source): ReadFigures {
  return async () => {
    const requests = await countRequests(source);
    return {
      requests: requests.map(({ tenant, kind, state, count }) => ({ tenant, kind, state, count })),
      leftBehind: sumLeftBehind(requests),
      waits: await findOldestWaits(source),
      backlog: await readBacklog(source.db),
      tallies: await listTallies(source),
      audit: await readAuditHead(source),
    };
  };
}

const Group = z.strictObject({
  tenant: z.string(),
  kind: z.string(),
  state: z.string(),
  isLeftBehind: z.boolean(),
  count: StoredCount,
});

async function countRequests({ db }: Source): Promise<readonly z.infer<typeof Group>[]> {
  const { rows } = await sql`
    select tenant, coalesce(kind, 'unknown') as kind, phase as state,
      phase = 'ended' and is_open as "isLeftBehind", count(*) as count
    from request group by tenant, kind, phase, phase = 'ended' and is_open`.execute(db);
  return z.array(Group).parse(rows);
}

function sumLeftBehind(groups: readonly z.infer<typeof Group>[]): Figures["leftBehind"] {
  const sums = new Map<string, number>();
  for (const { tenant, isLeftBehind, count } of groups) {
    sums.set(tenant, (sums.get(tenant) ?? 0) + (isLeftBehind ? count : 0));
  }
  return [...sums].map(([tenant, count]) => ({ tenant, count }));
}

const waits = {
  "waiting-for-approval": "approver",
  "waiting-for-answer": "requester",
  "waiting-for-person": "person",
  "waiting-for-window": "window",
  "waiting-for-release": "release",
  "waiting-for-outside": "service",
  stuck: "operator",
} as const satisfies Partial<Record<Phase["kind"], WaitingFor>>;

const Wait = z.strictObject({ tenant: z.string(), phase: z.string(), since: StoredCount });

/**
 * Since when the oldest stands still: the last event that began a wait (of one that is tried again and again, what it
 * says itself), found from the end of each open request's
 * story. Events are matched as text, since PostgreSQL opens no JSON that holds `\u0000`, which people can paste.
 */
async function findOldestWaits({ db, now }: Source): Promise<Figures["waits"]> {
  const { rows } = await sql`
    select request.tenant, request.phase, min(begun.at) as since
    from request
    join lateral (
      select coalesce(
        substring(event.event::text from '^\\{"kind":"step-delayed",.*"since":([0-9]+),')::bigint, event.at
      ) as at
      from event
      where event.request = request.id and event.event::text ~
        '^\\{"kind":"(approval-asked|sent-back|answered|handed-over|window-awaited|release-awaited|release-joined|step-delayed|step-failed|person-refused)"'
      order by event.seq desc limit 1
    ) as begun on true
    where request.is_open
      and request.phase in (
        'waiting-for-approval', 'waiting-for-person', 'waiting-for-window', 'waiting-for-release',
        'waiting-for-outside', 'waiting-for-answer', 'stuck'
      )
    group by request.tenant, request.phase`.execute(db);
  const oldest = z.array(Wait).parse(rows);
  return Object.entries(waits).flatMap(([kind, whom]) =>
    oldest
      .filter(({ phase }) => phase === kind)
      .map(({ tenant, since }) => ({ tenant, for: whom, oldestMs: ageOf(since, now()) })),
  );
}

const StoredTally = z.strictObject({
  name: z.string(),
  tenant: z.string(),
  count: z.int(),
  at: StoredCount,
});

async function listTallies({ db, now }: Source): Promise<Figures["tallies"]> {
  const rows = await db.selectFrom("tally").select(["name", "tenant", "count", "at"]).execute();
  return z
    .array(StoredTally)
    .parse(rows)
    .map(({ at, ...tally }) => ({ ...tally, ageMs: ageOf(at, now()) }));
}

const Head = z.strictObject({ seq: StoredCount, at: StoredCount.nullable() });

async function readAuditHead({ db, now }: Source): Promise<Figures["audit"]> {
  const row = await db
    .selectFrom("audit_head")
    .leftJoin("audit", "audit.seq", "audit_head.seq")
    .select(["audit_head.seq", "audit.at"])
    .executeTakeFirstOrThrow();
  const { seq, at } = Head.parse(row);
  return at === null ? { seq } : { seq, ageMs: ageOf(at, now()) };
}

/** Replicas' clocks differ a little: nothing is younger than now. */
function ageOf(at: number, now: number): number {
  return Math.max(now - at, 0);
}
