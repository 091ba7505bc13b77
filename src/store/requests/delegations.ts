import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { DelegationId, Instant, PersonId } from "../../flows/model/ids.ts";
import type { Delegations } from "../../flows/ports/delegations.ts";
import type { Delegation } from "../../flows/request/delegation.ts";
import type { AuditHead } from "../audit/audit-chain.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import type { Tables } from "../database/tables.ts";
import {
  StoredCount,
  StoredDelegationId,
  StoredInstant,
  StoredPersonId,
  StoredTenantName,
} from "../stored/stored-names.ts";
import type { StoreOptions } from "./record.ts";
import { queue } from "./watch.ts";

const StoredRow = z
  .strictObject({
    id: StoredDelegationId,
    tenant: StoredTenantName,
    by: StoredPersonId,
    to: StoredPersonId,
    begins: StoredCount.pipe(StoredInstant),
    ends: StoredCount.pipe(StoredInstant),
    reason: z.string(),
    ended_at: StoredCount.pipe(StoredInstant).nullable(),
  })
  .transform(
    ({ begins: from, ends: until, ended_at: endedAt, ...row }): Delegation => ({
      ...row,
      from,
      until,
      ...(endedAt !== null && { endedAt }),
    }),
  );

/** Keeps who decides for whom in PostgreSQL, each change with its audit entry. */
export function createDelegations(options: StoreOptions): Delegations {
  const { db } = options;
  return {
    keep: (delegation, now) => keep(options, delegation, now),
    end: (id, by, now) => end(options, { id, by, now }),
    listOf: async (by, now) => {
      const rows = await notOver(db, now).where("by", "=", by).execute();
      return rows.map(toDelegation);
    },
    listInForce: async (tenant, now) => {
      const rows = await notOver(db, now)
        .where("tenant", "=", tenant)
        .where("begins", "<=", sql<string>`${now}`)
        .execute();
      return rows.map(toDelegation);
    },
  };
}

function notOver(db: Kysely<Tables>, now: Instant) {
  return db
    .selectFrom("delegation")
    .selectAll()
    .where("ended_at", "is", null)
    .where("ends", ">", sql<string>`${now}`)
    .orderBy("begins")
    .orderBy("id");
}

function toDelegation(row: Selectable<Tables["delegation"]>): Delegation {
  return StoredRow.parse(row);
}

async function keep(options: StoreOptions, delegation: Delegation, now: Instant): Promise<void> {
  const { from: begins, until: ends, endedAt: _never, ...row } = delegation;
  const head = await options.db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto("delegation")
      .values({ ...row, reason: JSON.stringify(row.reason), begins, ends })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (kept === undefined) return undefined;
    return tell(trx, options, { delegation, at: now, kind: "delegated" });
  });
  if (head !== undefined) options.onAudit?.(head);
}

async function end(
  options: StoreOptions,
  { id, by, now }: { readonly id: DelegationId; readonly by: PersonId; readonly now: Instant },
): Promise<Delegation | undefined> {
  const answer = await options.db.transaction().execute(async (trx) => {
    const own = trx.selectFrom("delegation").selectAll().where("id", "=", id).where("by", "=", by);
    const row = await own.forUpdate().executeTakeFirst();
    if (row === undefined) return undefined;
    const before = toDelegation(row);
    if (before.endedAt !== undefined) return { delegation: before };
    await trx.updateTable("delegation").set({ ended_at: now }).where("id", "=", id).execute();
    const delegation = { ...before, endedAt: now };
    const head = await tell(trx, options, { delegation, at: now, kind: "delegation-ended" });
    return { delegation, head };
  });
  if (answer?.head !== undefined) options.onAudit?.(answer.head);
  return answer?.delegation;
}

/** The audit entry, and what the tenant's channel hears: with the change, or not at all. */
async function tell(
  trx: Transaction<Tables>,
  { auditKey }: StoreOptions,
  {
    delegation,
    at,
    kind,
  }: { readonly delegation: Delegation; readonly at: Instant; readonly kind: string },
): Promise<AuditHead> {
  const { id, tenant, by } = delegation;
  const key = `${kind} ${id}`;
  const matter = { kind: "delegation", delegation } as const;
  await queue(trx, [{ key, tenant, madeAt: at, matter }]);
  return appendAudit(trx, auditKey, [{ at, request: id, by, kind, body: delegation }]);
}
