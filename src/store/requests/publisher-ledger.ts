import { type Kysely, type RawBuilder, sql, type UpdateObject } from "kysely";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Concluded, PublisherLedger, Writing } from "../../flows/ports/outbox.ts";
import type { Tables } from "../database/tables.ts";
import { doubt } from "./mark-behind.ts";
import { queueDirect } from "./outbox.ts";
import { setAside, takeUpAgain } from "./set-aside.ts";

/** A writer that was frozen may still wake for so long, and what it wrote is put right as often. */
const againForSeconds = 300;
const againEverySeconds = 30;

type Change = UpdateObject<Tables, "announcement">;

/** Keeps what the one publisher has begun and brought to an end. */
export function createPublisherLedger({ db }: { readonly db: Kysely<Tables> }): PublisherLedger {
  return {
    begin: (request, token, writing) => begin(db, { request, token, writing }),
    conclude: async (request, of, concluded) => {
      if (await conclude(db, { request, ...of }, concluded)) return true;
      await doubt(db, request);
      return false;
    },
    settle: async (request, round) => {
      await db
        .updateTable("announcement")
        .set({ behind_since: null })
        .where("request", "=", request)
        .where("round", "=", round)
        .execute();
    },
    beginNotice: async (key, token) => {
      const { numAffectedRows } = await sql`
        with held as (${held(token)})
        update notice set writer = ${token} from held where key = ${key}`.execute(db);
      return numAffectedRows === 1n;
    },
    settleNotice: (key, told) =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable("notice").set({ is_posted: true }).where("key", "=", key).execute();
        await queueDirect(trx, told);
      }),
    settleDirect: async (key) => {
      await db
        .updateTable("direct_message")
        .set({ is_sent: true })
        .where("key", "=", key)
        .execute();
    },
    setAside: (row) => setAside(db, row),
    takeOver: (token) => takeOver(db, token),
    markAgain: () => markAgain(db),
  };
}

/** The lease, while it is this token's: who takes it over waits until what is written by this one is there. */
function held(token: number): RawBuilder<unknown> {
  return sql`
    select from publisher_lease where token = ${token} and until > clock_timestamp() for share`;
}

async function begin(
  db: Kysely<Tables>,
  {
    request,
    token,
    writing,
  }: { readonly request: RequestId; readonly token: number; readonly writing: Writing },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with held as (${held(token)})
    update announcement set writer = ${token}, writing = ${JSON.stringify(writing)} from held
    where request = ${request}`.execute(db);
  return numAffectedRows === 1n;
}

async function conclude(
  db: Kysely<Tables>,
  { request, token, doubts }: Of,
  concluded: Concluded,
): Promise<boolean> {
  const row = await db
    .updateTable("announcement")
    .set({
      ...(concluded.leavesOpen !== true && { writer: null, writing: null }),
      ...whereItIs(concluded),
      ...whatItShows(concluded, doubts),
      ...whatIsTold(concluded),
    })
    .where("request", "=", request)
    .where("writer", "=", sql<string>`${token}`)
    .returning("request")
    .executeTakeFirst();
  return row !== undefined;
}

interface Of {
  readonly request: RequestId;
  readonly token: number;
  readonly doubts: number;
}

function whereItIs({ place }: Concluded): Change {
  return place === "lost" ? { channel: null, ts: null } : { ...place };
}

function whatItShows({ posted, shown }: Concluded, doubts: number): Change {
  return {
    ...(posted !== undefined && { posted_version: posted }),
    ...(shown && {
      shown_version: shown.version,
      is_doubtful: sql<boolean>`doubts <> ${doubts}`,
      shown_phase: shown.phase,
      shown_at: shown.at,
    }),
  };
}

function whatIsTold({ throughSeq, toldSeq, reply }: Concluded): Change {
  return {
    ...(throughSeq !== undefined && { through_seq: throughSeq }),
    ...(toldSeq !== undefined && { told_seq: toldSeq }),
    ...(reply !== undefined && { reply: reply === "whole" ? null : JSON.stringify(reply) }),
  };
}

async function takeOver(db: Kysely<Tables>, token: number): Promise<void> {
  await db
    .updateTable("announcement")
    .set({
      again_at: sql<Date>`clock_timestamp()`,
      again_until: sql<Date>`clock_timestamp() + make_interval(secs => ${againForSeconds})`,
    })
    .where("writer", "<", sql<string>`${token}`)
    .execute();
  await takeUpAgain(db);
}

async function markAgain(db: Kysely<Tables>): Promise<void> {
  await sql`
    update announcement set
      is_doubtful = true,
      behind_since = coalesce(behind_since, clock_timestamp()),
      round = round + 1,
      doubts = doubts + 1,
      again_at = clock_timestamp() + make_interval(secs => ${againEverySeconds}),
      again_until = case when again_until > clock_timestamp() then again_until end
    where again_until is not null and again_at <= clock_timestamp()`.execute(db);
}
