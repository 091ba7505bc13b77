import type { Kysely } from "kysely";
import { z } from "zod";
import type { Outages } from "../../flows/ports/outages.ts";
import type { Outage } from "../../flows/request/outage.ts";
import type { Tables } from "../database/tables.ts";
import { StoredCount, StoredInstant, StoredTenantName } from "../stored/stored-names.ts";
import { StoredOutside } from "../stored/stored-outside.ts";

const StoredMoment = StoredCount.pipe(StoredInstant);

const StoredOutage = z
  .strictObject({
    tenant: StoredTenantName,
    outside: StoredOutside,
    since: StoredMoment,
    over_at: StoredMoment.nullable(),
  })
  .transform(
    ({ over_at: overAt, ...outage }): Outage => ({
      ...outage,
      ...(overAt !== null && { overAt }),
    }),
  );

/** Keeps what is away for all replicas. */
export function createOutages(db: Kysely<Tables>): Outages {
  return {
    listOutages: async () => {
      const columns = ["tenant", "outside", "since", "over_at"] as const;
      const rows = await db.selectFrom("outage").select(columns).execute();
      return z.array(StoredOutage).parse(rows);
    },
    beginOutage: (outage) => begin(db, outage),
    endOutage: async ({ tenant, outside, at }) => {
      await db
        .updateTable("outage")
        .set({ over_at: at })
        .where("tenant", "=", tenant)
        .where("outside", "=", outside)
        .where("over_at", "is", null)
        .execute();
    },
    dropOutage: async ({ tenant, outside }) => {
      await db
        .deleteFrom("outage")
        .where("tenant", "=", tenant)
        .where("outside", "=", outside)
        .where("over_at", "is", null)
        .execute();
    },
  };
}

/** One statement: of two that begin at once, the second finds it known. */
async function begin(
  db: Kysely<Tables>,
  { tenant, outside, since }: Parameters<Outages["beginOutage"]>[0],
): Promise<void> {
  await db
    .insertInto("outage")
    .values({ tenant, outside, since })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant", "outside"])
        .doUpdateSet({ since, over_at: null })
        .where("outage.over_at", "is not", null)
        .where("outage.over_at", "<=", String(since)),
    )
    .execute();
}
