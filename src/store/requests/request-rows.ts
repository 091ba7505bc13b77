import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Instant, RequestId } from "../../flows/model/ids.ts";
import { accountOf } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRequestId } from "../stored/stored-names.ts";
import { fold } from "./reservations.ts";
import { readRequests } from "./story.ts";

const mostListed = 200;

/** @returns false when there is a row for this request already; then it waited until that was settled. */
export async function insertRow(trx: Transaction<Tables>, request: Request): Promise<boolean> {
  const made = await trx
    .insertInto("request")
    .values({
      id: request.id,
      tenant: request.draft.tenant,
      kind: request.draft.kind,
      user_name_key: toUserNameKey(request),
      opened_at: request.openedAt,
      changed_at: new Date(request.openedAt),
      ...toStanding(request),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .execute();
  return made.length > 0;
}

export async function updateRow(
  trx: Transaction<Tables>,
  request: Request,
  now: Instant,
): Promise<void> {
  await trx
    .updateTable("request")
    .set({
      ...toStanding(request),
      user_name_key: toUserNameKey(request),
      changed_at: new Date(now),
    })
    .where("id", "=", request.id)
    .execute();
}

/** Takes back a row that this transaction inserted. */
export async function removeRow(trx: Transaction<Tables>, id: RequestId): Promise<void> {
  await trx.deleteFrom("reservation").where("request", "=", id).execute();
  await trx.deleteFrom("request").where("id", "=", id).execute();
}

/** Waits until nobody else changes this request. @returns false when there is none. */
export async function lockRow(trx: Transaction<Tables>, id: RequestId): Promise<boolean> {
  const row = await trx
    .selectFrom("request")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function listOpen(db: Kysely<Tables>): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom("request")
    .select("id")
    .where("is_open", "=", true)
    // What is left behind may stay on the list for good, and takes no place of what somebody waits for.
    .orderBy((row) => row("phase", "=", "ended"))
    .orderBy("opened_at", "desc")
    .orderBy("id")
    .limit(mostListed)
    .execute();
  return readRequests(db, toIds(rows));
}

export async function listByUserName(
  db: Kysely<Tables>,
  userName: string,
): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom("request")
    .select("id")
    .where("user_name_key", "=", fold(userName))
    .orderBy("opened_at", "desc")
    .orderBy("id")
    .limit(mostListed)
    .execute();
  return readRequests(db, toIds(rows));
}

export async function listUnfinished(db: Kysely<Tables>): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom("request")
    .select("id")
    .where("is_open", "=", true)
    .where("phase", "<>", "ended")
    .execute();
  return readRequests(db, toIds(rows));
}

export async function listDone(db: Kysely<Tables>): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom("request")
    .select("id")
    .where("phase", "=", "done")
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
  return readRequests(db, toIds(rows));
}

export async function listLeftBehind(db: Kysely<Tables>): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom("request")
    .select("id")
    .where("is_open", "=", true)
    .where("phase", "=", "ended")
    .orderBy(sql`random()`)
    .limit(mostListed)
    .execute();
  return readRequests(db, toIds(rows));
}

function toUserNameKey({ draft }: Request): string {
  return fold(accountOf(draft)?.userName ?? "");
}

function toStanding({ version, phase, leftBehind }: Request): {
  readonly version: number;
  readonly phase: string;
  readonly is_open: boolean;
} {
  const isOver = phase.kind === "done" || phase.kind === "ended";
  return { version, phase: phase.kind, is_open: !isOver || leftBehind.length > 0 };
}

function toIds(rows: readonly { readonly id: string }[]): readonly RequestId[] {
  return z.array(StoredRequestId).parse(rows.map(({ id }) => id));
}
