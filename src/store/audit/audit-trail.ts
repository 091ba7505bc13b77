import type { Kysely, Selectable, SelectQueryBuilder, Transaction } from "kysely";
import { z } from "zod";
import type { Secret } from "../../secret.ts";
import type { Tables } from "../database/tables.ts";
import {
  StoredCount,
  StoredDelegationId,
  StoredInstant,
  StoredPersonId,
  StoredRequestId,
} from "../stored/stored-names.ts";
import {
  type AuditEntry,
  type AuditHead,
  type AuditSubject,
  type AuditVerdict,
  emptyTrail,
  type SealedEntry,
  sealEntry,
  verifyAudit,
} from "./audit-chain.ts";

export interface AuditTrail {
  /** A request's entries, or a delegation's, oldest first. */
  readonly read: (request: AuditSubject) => Promise<readonly SealedEntry[]>;
  /** Entries that belong to no request, such as those of passkeys, oldest first. */
  readonly readGeneral: () => Promise<readonly SealedEntry[]>;
  /** Checks the whole trail, against the head beside it and against one that was published elsewhere. */
  readonly verify: (published?: AuditHead) => Promise<AuditVerdict>;
}

export interface TrailOptions {
  readonly db: Kysely<Tables>;
  readonly auditKey: Secret;
}

const pageSize = 1000;

const StoredEntry = z
  .strictObject({
    seq: StoredCount,
    at: StoredCount.pipe(StoredInstant),
    request: z.union([StoredRequestId, StoredDelegationId]).nullable(),
    by: z.union([z.literal("bot"), z.literal("operator"), StoredPersonId]),
    kind: z.string(),
    body: z.json(),
    previous: z.string(),
    mac: z.string(),
  })
  .transform(
    ({ request, ...entry }): SealedEntry => ({ ...entry, ...(request !== null && { request }) }),
  );

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
export function createAuditTrail({ db, auditKey }: TrailOptions): AuditTrail {
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
    readGeneral: async () => {
      const rows = await db
        .selectFrom("audit")
        .selectAll()
        .where("request", "is", null)
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
    const { page, isLast, isReadable } = await readPage(db, from.seq);
    const end = from.seq + page.length;
    const due = published.filter(({ seq }) => (isLast && isReadable) || seq <= end);
    const verdict = verifyAudit(page, key, { from, published: due });
    if (verdict.kind === "broken") return verdict;
    if (!isReadable) return { kind: "broken", seq: verdict.head.seq + 1, why: "changed" };
    if (isLast) return verdict;
    from = verdict.head;
  }
}

async function readHead(
  heads: SelectQueryBuilder<Tables, "audit_head", object>,
): Promise<AuditHead> {
  return StoredHead.parse(await heads.select(["seq", "mac"]).executeTakeFirstOrThrow());
}

/** The entries up to the first row that holds something else than an entry. */
async function readPage(
  db: Kysely<Tables>,
  after: number,
): Promise<{
  readonly page: readonly SealedEntry[];
  readonly isLast: boolean;
  readonly isReadable: boolean;
}> {
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("seq", ">", String(after))
    .orderBy("seq")
    .limit(pageSize)
    .execute();
  const page: SealedEntry[] = [];
  for (const row of rows) {
    const entry = StoredEntry.safeParse(row);
    if (!entry.success) return { page, isLast: true, isReadable: false };
    page.push(entry.data);
  }
  return { page, isLast: rows.length < pageSize, isReadable: true };
}

function toEntry(row: Selectable<Tables["audit"]>): SealedEntry {
  return StoredEntry.parse(row);
}
