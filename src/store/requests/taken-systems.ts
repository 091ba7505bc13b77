import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { RequestId, TenantName } from "../../flows/model/ids.ts";
import { accountOf, type Draft } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRequestId } from "../stored/stored-names.ts";
import { fold } from "./reservations.ts";
import { readRequests } from "./story.ts";

/** Keeps for good which integration system a request takes over, also before it was edited. Safe to repeat. */
export async function keepSystem(
  trx: Transaction<Tables>,
  draft: Draft,
  request: RequestId,
): Promise<void> {
  const system = accountOf(draft)?.system;
  if (system?.kind !== "existing") return;
  await trx
    .insertInto("taken_system")
    .values({ tenant: draft.tenant, system: fold(system.id), request })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listBySystem(
  db: Kysely<Tables>,
  { tenant, systemId }: { readonly tenant: TenantName; readonly systemId: string },
): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom("taken_system")
    .select("request")
    .where("tenant", "=", tenant)
    .where("system", "=", fold(systemId))
    .execute();
  return readRequests(db, z.array(StoredRequestId).parse(rows.map(({ request }) => request)));
}
