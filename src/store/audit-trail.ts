import type { Kysely, Selectable, SelectQueryBuilder, Transaction } from "kysely";
import { z } from "zod";
import type { RequestId } from "../flows/ids.ts";
import type { Secret } from "../secret.ts";
import {
  type AuditEntry,
  type AuditHead,
  type AuditVerdict,
  emptyTrail,
  type SealedEntry,
  sealEntry,
  verifyAudit,
} from "./audit-chain.ts";
import { StoredCount, StoredInstant, StoredPersonId, StoredRequestId } from "./stored-names.ts";
import type { Tables } from "./tables.ts";

export interface AuditTrail {
  /** A request's entries, oldest first. */
  readonly read: (request: RequestId) => Promise<readonly SealedEntry[]>;
  /** Checks the whole trail, against the head beside it and against one that was published elsewhere. */
  readonly verify: (published?: AuditHead) => Promise<AuditVerdict>;
}

const pageSize = 1000;

const StoredEntry = z.strictObject({
  seq: StoredCount,
  at: StoredCount.pipe(StoredInstant),
  request: StoredRequestId,
  by: z.union([z.literal("bot"), StoredPersonId]),
  kind: z.string(),
  body: z.json(),
  previous: z.string(),
  mac: z.string(),
});

const StoredHead = z.strictObject({ seq: StoredCount, mac: z.string() });

/**
 * Adds entries at the end, in the transaction of what they tell. Until it commits, nobody else can append:
 * the head's row is locked, and therefore last.
 */
export async function appendAudit(
  trx: Transaction<Tables>,
  key: Secret,
  entries: readonly AuditEntry[],
): Promise<AuditHead> {
  let head = await readHead(trx.selectFrom("audit_head").forUpdate());
  for (const entry of entries) {
    const sealed = sealEntry(entry, head, key);
    await trx
      .insertInto("audit")
      .values({ ...sealed, body: JSON.stringify(sealed.body) })
      .execute();
    head = { seq: sealed.seq, mac: sealed.mac };
  }
  await trx.updateTable("audit_head").set(head).execute();
  return head;
}

/** Reads and checks the audit trail. */
export function createAuditTrail({
  db,
  auditKey,
}: {
  readonly db: Kysely<Tables>;
  readonly auditKey: Secret;
}): AuditTrail {
  return {
    read: async (request) => {
      const rows = await db
        .selectFrom("audit")
        .selectAll()
        .where("request", "=", request)
        .orderBy("seq")
        .execute();
      return rows.map(toEntry);
    },
    verify: async (published) => {
      const kept = await readHead(db.selectFrom("audit_head"));
      return verifyPages(db, auditKey, published === undefined ? [kept] : [published, kept]);
    },
  };
}

async function verifyPages(
  db: Kysely<Tables>,
  key: Secret,
  published: readonly AuditHead[],
): Promise<AuditVerdict> {
  let from = emptyTrail;
  for (;;) {
    const page = await readPage(db, from.seq);
    const isLast = page.length < pageSize;
    const end = from.seq + page.length;
    const due = published.filter(({ seq }) => isLast || seq <= end);
    const verdict = verifyAudit(page, key, { from, published: due });
    if (verdict.kind === "broken" || isLast) return verdict;
    from = verdict.head;
  }
}

async function readHead(
  heads: SelectQueryBuilder<Tables, "audit_head", object>,
): Promise<AuditHead> {
  return StoredHead.parse(await heads.select(["seq", "mac"]).executeTakeFirstOrThrow());
}

async function readPage(db: Kysely<Tables>, after: number): Promise<readonly SealedEntry[]> {
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("seq", ">", String(after))
    .orderBy("seq")
    .limit(pageSize)
    .execute();
  return rows.map(toEntry);
}

function toEntry(row: Selectable<Tables["audit"]>): SealedEntry {
  return StoredEntry.parse(row);
}
