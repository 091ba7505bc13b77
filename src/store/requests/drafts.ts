import type { Kysely } from "kysely";
import { z } from "zod";
import type { Instant, RequestId } from "../../flows/model/ids.ts";
import type { KeptDraft } from "../../flows/ports/store.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRaw } from "../stored/stored-draft.ts";
import { StoredPersonId, StoredRequestId } from "../stored/stored-names.ts";

const StoredKeptDraft = z.strictObject({
  by: StoredPersonId,
  raw: StoredRaw,
  edits: z.strictObject({ request: StoredRequestId, edits: z.int() }).exactOptional(),
}) satisfies z.ZodType<KeptDraft>;

const forgottenAfterMs = 30 * 86_400_000;

/** Keeps a draft, and forgets those that nobody confirmed within 30 days. Safe to repeat. */
export async function keepDraft(
  db: Kysely<Tables>,
  { id, now, ...draft }: KeptDraft & { readonly id: RequestId; readonly now: Instant },
): Promise<void> {
  const { by, raw, edits } = StoredKeptDraft.parse(draft);
  const row = { by, raw: JSON.stringify(raw) };
  const of = edits === undefined ? {} : { edits: JSON.stringify(edits) };
  await db
    .insertInto("draft")
    .values({ id, ...row, ...of, kept_at: new Date(now) })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await db
    .deleteFrom("draft")
    .where("kept_at", "<", new Date(now - forgottenAfterMs))
    .execute();
}

export async function findDraft(db: Kysely<Tables>, id: RequestId): Promise<KeptDraft | undefined> {
  const row = await db
    .selectFrom("draft")
    .select(["by", "raw", "edits"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { edits, ...kept } = row;
  return StoredKeptDraft.parse({ ...kept, ...(edits !== null && { edits }) });
}
