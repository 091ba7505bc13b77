import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Instant, TenantName } from "../../flows/model/ids.ts";
import type { Recording } from "../../flows/ports/store.ts";
import type { Event } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { AuditEntry, AuditHead } from "../audit/audit-chain.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRequestId } from "../stored/stored-names.ts";
import { openIn, recordIn, type StoreOptions, toRequest } from "./record.ts";
import { lockRow } from "./request-rows.ts";
import { readRequests, readStoryOf } from "./story.ts";

interface Of {
  readonly tenant: TenantName;
  readonly now: Instant;
}

type Decide = (unfinished: readonly Request[]) => readonly Recording[];

interface Recorded {
  readonly request: Request;
  readonly before: Request | undefined;
  readonly events: readonly Event[];
}

/** Somebody changed a request after it was looked at: nothing is recorded, and all is decided anew. */
class ChangedMeanwhile extends Error {}

const mostTries = 20;

/** Decides on a tenant's unfinished requests in one transaction, one at a time whichever replica asks. */
export async function decideTogether(
  options: StoreOptions,
  of: Of,
  decide: Decide,
): Promise<readonly Request[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await decideOnce(options, of, decide);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || tries === mostTries) throw error;
    }
  }
}

async function decideOnce(
  options: StoreOptions,
  of: Of,
  decide: Decide,
): Promise<readonly Request[]> {
  const { head, recorded } = await options.db.transaction().execute(async (trx) => {
    await lockTenant(trx, of.tenant);
    const unfinished = await listUnfinishedOf(trx, of.tenant);
    const recordings = decide(unfinished);
    return recordAll(trx, options, { recordings, unfinished, now: of.now });
  });
  if (head !== undefined) options.onAudit?.(head);
  for (const one of recorded) options.onRecorded?.(one);
  return recorded.map(({ request }) => request);
}

/** @see PostgreSQL 18, "Advisory Locks": held until the transaction ends */
async function lockTenant(trx: Transaction<Tables>, tenant: TenantName): Promise<void> {
  const name = `workday-isu-bot: releases of ${tenant}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

async function listUnfinishedOf(
  trx: Transaction<Tables>,
  tenant: TenantName,
): Promise<readonly Request[]> {
  const rows = await trx
    .selectFrom("request")
    .select("id")
    .where("tenant", "=", tenant)
    .where("is_open", "=", true)
    .where("phase", "<>", "ended")
    .orderBy("id")
    .execute();
  return readRequests(trx, z.array(StoredRequestId).parse(rows.map(({ id }) => id)));
}

/** Rows are locked in the order of their ids, and the head of the audit trail last. */
async function recordAll(
  trx: Transaction<Tables>,
  options: StoreOptions,
  {
    recordings,
    unfinished,
    now,
  }: {
    readonly recordings: readonly Recording[];
    readonly unfinished: readonly Request[];
    readonly now: Instant;
  },
): Promise<{ readonly head?: AuditHead; readonly recorded: readonly Recorded[] }> {
  const recorded: Recorded[] = [];
  const entries: AuditEntry[] = [];
  const sorted = recordings.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  for (const { id, key, events } of sorted) {
    const seen = unfinished.find((one) => one.id === id);
    if (seen === undefined || events.length === 0) continue;
    const before = await lockAsSeen(trx, seen, key);
    if (before === undefined) continue;
    const made = await recordIn(trx, before, { key, now, events });
    entries.push(...made.entries);
    recorded.push({ request: made.request, before, events });
  }
  for (const { events } of sorted) {
    const [event] = events;
    if (event?.kind !== "opened") continue;
    const opened = await openIn(trx, options, { event, now });
    if (opened.kind === "reserved") throw new Error(`${event.id} reserves what is taken`);
    recorded.push({ request: opened.request, before: undefined, events });
  }
  if (entries.length === 0) return { recorded };
  return { recorded, head: await appendAudit(trx, options.auditKey, entries) };
}

/** `undefined` where this was recorded before. */
async function lockAsSeen(
  trx: Transaction<Tables>,
  { id, version }: Request,
  key: string,
): Promise<Request | undefined> {
  await lockRow(trx, id);
  const story = await readStoryOf(trx, id);
  if (story.some((kept) => kept.key === key)) return undefined;
  const request = toRequest(story, id);
  if (request.version !== version) throw new ChangedMeanwhile();
  return request;
}

/** Whether a request of the tenant waits for others, or to go live with them. */
export async function isReleaseAwaited(db: Kysely<Tables>, tenant: TenantName): Promise<boolean> {
  const row = await db
    .selectFrom("request")
    .select("id")
    .where("tenant", "=", tenant)
    .where("is_open", "=", true)
    .where("phase", "=", "waiting-for-release")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
