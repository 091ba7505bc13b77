import type { Kysely } from "kysely";
import { z } from "zod";
import type { AccountUse, LogRead } from "../../flows/model/account-use.ts";
import type { AccountUses } from "../../flows/ports/account-uses.ts";
import type { Notice } from "../../flows/request/notice.ts";
import type { Tables } from "../database/tables.ts";
import { StoredCount, StoredInstant } from "../stored/stored-names.ts";
import { StoredOrigins, StoredUsed } from "../stored/stored-use.ts";

const StoredMoment = StoredCount.pipe(StoredInstant);

const StoredRead = z.strictObject({
  since: StoredMoment,
  until: StoredMoment,
}) satisfies z.ZodType<LogRead>;

const StoredUse = z
  .strictObject({ user_name: z.string(), last: StoredUsed.nullable(), known: StoredOrigins })
  .transform(
    ({ user_name: userName, last, known }): AccountUse => ({
      userName,
      known,
      ...(last !== null && { last }),
    }),
  );

type Queue = (db: Kysely<Tables>, notices: readonly Notice[]) => Promise<void>;

/** Keeps how accounts are used. What a later look knows takes the place of all that the one before did. */
export function createAccountUses(db: Kysely<Tables>, queue: Queue): AccountUses {
  return {
    findUses: async (tenant) => {
      const read = await db
        .selectFrom("sign_on_log")
        .select(["since", "until"])
        .where("tenant", "=", tenant)
        .executeTakeFirst();
      const uses = await db
        .selectFrom("account_use")
        .select(["user_name", "last", "known"])
        .where("tenant", "=", tenant)
        .orderBy("user_name")
        .execute();
      return {
        ...(read !== undefined && { read: StoredRead.parse(read) }),
        uses: z.array(StoredUse).parse(uses),
      };
    },
    keepUses: (tenant, { read: { since, until }, uses }, notices) =>
      db.transaction().execute(async (trx) => {
        await queue(trx, notices);
        const values = { since, until };
        await trx
          .insertInto("sign_on_log")
          .values({ tenant, ...values })
          .onConflict((conflict) => conflict.column("tenant").doUpdateSet(values))
          .execute();
        await trx.deleteFrom("account_use").where("tenant", "=", tenant).execute();
        if (uses.length > 0) {
          const rows = uses.map((use) => ({ tenant, ...toRow(use) }));
          await trx.insertInto("account_use").values(rows).execute();
        }
      }),
  };
}

function toRow({ userName, last, known }: AccountUse): {
  readonly user_name: string;
  readonly last: string | null;
  readonly known: string;
} {
  return {
    user_name: userName,
    last: last === undefined ? null : JSON.stringify(last),
    known: JSON.stringify(known),
  };
}
