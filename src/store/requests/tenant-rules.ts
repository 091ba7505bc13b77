import { sql } from "kysely";
import { z } from "zod";
import type { RulesAtStart, RulesInWords, TenantRules } from "../../flows/ports/tenant-rules.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import type { StoreOptions } from "./record.ts";
import { queue } from "./watch.ts";

const kind = "tenant-rules";

const StoredRules = z.strictObject({
  tenant: z.string(),
  rules: z.record(z.string(), z.string()),
}) satisfies z.ZodType<{ readonly rules: RulesInWords }>;

/** Seals by which rules each tenant is run: the audit trail is the only place that keeps them. */
export function createTenantRules(options: StoreOptions): TenantRules {
  return { keep: (start) => keep(options, start) };
}

async function keep(
  { db, auditKey, onAudit }: StoreOptions,
  { tenant, rules, at, toNotice }: RulesAtStart,
): Promise<void> {
  const head = await db.transaction().execute(async (trx) => {
    // Whoever appends holds it: two replicas that start at once come one after the other.
    await trx.selectFrom("audit_head").selectAll().forUpdate().execute();
    const last = await trx
      .selectFrom("audit")
      .select("body")
      .where("request", "is", null)
      .where("kind", "=", kind)
      .where(sql`body::json ->> 'tenant'`, "=", tenant)
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    const before = last && StoredRules.parse(last.body).rules;
    if (before !== undefined && isSame(before, rules)) return undefined;
    if (before !== undefined) await queue(trx, [toNotice(before)]);
    return appendAudit(trx, auditKey, [{ at, by: "bot", kind, body: { tenant, rules } }]);
  });
  if (head !== undefined) onAudit?.(head);
}

function isSame(one: RulesInWords, other: RulesInWords): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
