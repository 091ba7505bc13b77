import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import { changedGroups } from "../../flows/inventory/changed-groups.ts";
import type { RequestId, TenantName } from "../../flows/model/ids.ts";
import { toNameKey } from "../../flows/model/names.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRequestId } from "../stored/stored-names.ts";
import { readRequests } from "./story.ts";

/** Keeps for good which security groups a request makes or changes, also before it was edited. Safe to repeat. */
export async function keepGroups(
  trx: Transaction<Tables>,
  draft: Draft,
  request: RequestId,
): Promise<void> {
  const names = new Set(changedGroups(draft).map(toNameKey));
  if (names.size === 0) return;
  await trx
    .insertInto("changed_group")
    .values([...names].map((name) => ({ tenant: draft.tenant, name, request })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listByGroups(
  db: Kysely<Tables>,
  { tenant, groupNames }: { readonly tenant: TenantName; readonly groupNames: readonly string[] },
): Promise<readonly Request[]> {
  const names = [...new Set(groupNames.map(toNameKey))];
  const rows = await db
    .selectFrom("changed_group")
    .select("request")
    .distinct()
    .where("tenant", "=", tenant)
    // One parameter, however many names.
    .where(sql<boolean>`name = any(${names})`)
    .execute();
  return readRequests(db, z.array(StoredRequestId).parse(rows.map(({ request }) => request)));
}
