import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { RequestId } from "../../flows/model/ids.ts";
import type { KeptDraft } from "../../flows/ports/ports.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRaw } from "../stored/stored-draft.ts";
import { StoredPersonId } from "../stored/stored-names.ts";

const StoredKeptDraft = z.strictObject({
  by: StoredPersonId,
  raw: StoredRaw,
}) satisfies z.ZodType<KeptDraft>;

/** Keeps a draft, and forgets those that nobody confirmed within 30 days. Safe to repeat. */
export async function keepDraft(
  db: Kysely<Tables>,
  id: RequestId,
  draft: KeptDraft,
): Promise<void> {
  const { by, raw } = StoredKeptDraft.parse(draft);
  const row = { by, raw: JSON.stringify(raw) };
  await db
    .insertInto("draft")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await db
    .deleteFrom("draft")
    .where("kept_at", "<", sql<Date>`now() - interval '30 days'`)
    .execute();
}

export async function findDraft(db: Kysely<Tables>, id: RequestId): Promise<KeptDraft | undefined> {
  const row = await db
    .selectFrom("draft")
    .select(["by", "raw"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : StoredKeptDraft.parse(row);
}
