import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { SeenActivations } from "../../flows/model/activations.ts";
import type { Tally } from "../../flows/ports/figures.ts";
import type { HearUnreadable } from "../../flows/ports/outbox.ts";
import type { Watch } from "../../flows/ports/watch.ts";
import type { Matter, Notice } from "../../flows/request/notice.ts";
import type { Tables } from "../database/tables.ts";
import { StoredDelegation } from "../stored/stored-delegation.ts";
import { StoredVerificationItem } from "../stored/stored-facts.ts";
import { StoredLiveList } from "../stored/stored-live.ts";
import {
  StoredCount,
  StoredCredentialId,
  StoredInstant,
  StoredPersonId,
  StoredRequestId,
  StoredTenantName,
} from "../stored/stored-names.ts";
import { StoredOutside } from "../stored/stored-outside.ts";
import { StoredUseNews } from "../stored/stored-use.ts";
import { createAccountUses } from "./account-uses.ts";
import { createOutages } from "./outages.ts";
import { isInUse, readEach } from "./set-aside.ts";

const mostNotices = 100;

const StoredSeen = z.strictObject({
  at: StoredCount.pipe(StoredInstant),
  keys: z.array(z.string()).readonly(),
}) satisfies z.ZodType<SeenActivations>;

const StoredMatter = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("activation"),
    at: StoredInstant,
    by: z.string(),
    comment: z.string(),
    groups: z.array(z.string()).readonly(),
  }),
  z.strictObject({
    kind: z.literal("drift"),
    request: StoredRequestId,
    userName: z.string(),
    items: z.array(StoredVerificationItem).readonly(),
  }),
  z.strictObject({
    kind: z.literal("went-live"),
    request: StoredRequestId,
    strange: StoredLiveList,
    gone: z.int(),
  }),
  z.strictObject({
    kind: z.literal("live-unapproved"),
    request: StoredRequestId,
    live: StoredLiveList,
  }),
  z.strictObject({
    kind: z.literal("unexplained"),
    request: StoredRequestId,
    pending: StoredLiveList,
  }),
  z.strictObject({ kind: z.literal("rules-changed"), rules: StoredLiveList }),
  z.strictObject({ kind: z.literal("delegation"), delegation: StoredDelegation }),
  z.strictObject({
    kind: z.literal("rotation"),
    request: StoredRequestId,
    userName: z.string(),
    owner: StoredPersonId,
    dueAt: StoredInstant,
    isOverdue: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("account-use"),
    userName: z.string(),
    request: StoredRequestId.exactOptional(),
    news: StoredUseNews,
  }),
  z.strictObject({ kind: z.literal("refreshed"), missing: z.int(), of: z.int() }),
  z.strictObject({
    kind: z.literal("outage"),
    outside: StoredOutside,
    since: StoredInstant,
    waiting: z.int(),
  }),
  z.strictObject({
    kind: z.literal("outage-over"),
    outside: StoredOutside,
    since: StoredInstant,
    overAt: StoredInstant,
  }),
  z.strictObject({
    kind: z.literal("passkey"),
    what: z.enum(["waiting", "confirmed", "refused", "removed"]),
    person: StoredPersonId,
    credential: StoredCredentialId,
    by: StoredPersonId.exactOptional(),
  }),
]) satisfies z.ZodType<Matter>;

const StoredNotice = z
  .strictObject({
    key: z.string(),
    tenant: StoredTenantName,
    made_at: StoredCount.pipe(StoredInstant),
    matter: StoredMatter,
  })
  .transform(({ made_at: madeAt, ...notice }): Notice => ({ ...notice, madeAt }));

/** Keeps what the bot watches by itself, and what it has yet to say of it. */
export function createWatch({ db }: { readonly db: Kysely<Tables> }): Watch {
  return {
    findSeen: async (tenant) => {
      const row = await db
        .selectFrom("seen_activation")
        .select(["at", "keys"])
        .where("tenant", "=", tenant)
        .executeTakeFirst();
      return row === undefined ? undefined : StoredSeen.parse(row);
    },
    keepSeen: async (tenant, { at, keys }, notices) =>
      db.transaction().execute(async (trx) => {
        await queue(trx, notices);
        const values = { at, keys: JSON.stringify(keys) };
        await trx
          .insertInto("seen_activation")
          .values({ tenant, ...values })
          .onConflict((conflict) => conflict.column("tenant").doUpdateSet(values))
          .execute();
      }),
    queue: (notices) => queue(db, notices),
    takeTurn: (turn) => takeTurn(db, turn),
    ...createOutages(db),
    ...createAccountUses(db, queue),
    keepTallies: (tallies) => keepTallies(db, tallies),
  };
}

/** Queues what a channel has to hear, in the transaction of what it tells. Safe to repeat. */
export async function queue(db: Kysely<Tables>, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await db
    .insertInto("notice")
    .values(
      notices.map(({ key, tenant, madeAt, matter }) => ({
        key,
        tenant,
        made_at: madeAt,
        matter: JSON.stringify(StoredMatter.parse(matter)),
      })),
    )
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

async function keepTallies(db: Kysely<Tables>, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return;
  await db
    .insertInto("tally")
    .values([...tallies])
    .onConflict((conflict) =>
      conflict.columns(["name", "tenant"]).doUpdateSet((row) => ({
        count: row.ref("excluded.count"),
        at: row.ref("excluded.at"),
      })),
    )
    .execute();
}

/** One statement: of two that ask at once, the second sees what the first took. */
async function takeTurn(
  db: Kysely<Tables>,
  { name, everyMs, now }: { readonly name: string; readonly everyMs: number; readonly now: number },
): Promise<boolean> {
  const taken = await db
    .insertInto("turn")
    .values({ name, at: now })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ at: now })
        .where("turn.at", "<=", sql<string>`${now - everyMs}`),
    )
    .returning("name")
    .executeTakeFirst();
  return taken !== undefined;
}

/** What is not posted, oldest first; `isBegun` where somebody began to post it and did not write down how it ended. */
export async function listNotices(
  db: Kysely<Tables>,
  onUnreadable: HearUnreadable,
): Promise<readonly (Notice & { readonly isBegun: boolean })[]> {
  const rows = await db
    .selectFrom("notice")
    .select(["key", "tenant", "made_at", "matter", "writer"])
    .where("is_posted", "=", false)
    .where(isInUse)
    .orderBy("made_at")
    .orderBy("key")
    .limit(mostNotices)
    .execute();
  return readEach(
    rows,
    ({ writer, ...row }) => ({ ...StoredNotice.parse(row), isBegun: writer !== null }),
    ({ key }, error) => onUnreadable({ kind: "notice", key }, error),
  );
}
