import type { Kysely } from "kysely";
import { z } from "zod";
import { dayMs, type TenantName } from "../../flows/model/ids.ts";
import type { CredentialId, Errand, Passkey, Ticket } from "../../flows/request/passkey.ts";
import type { Tables } from "../database/tables.ts";
import {
  StoredCount,
  StoredCredentialId,
  StoredInstant,
  StoredPersonId,
  StoredRequestId,
  StoredTenantName,
} from "../stored/stored-names.ts";
import { StoredStepName } from "../stored/stored-plan.ts";

const StoredErrand = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("approve"),
    request: StoredRequestId,
    digest: z.string(),
    tenantTyped: z.string().exactOptional(),
    note: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("confirm"), credential: StoredCredentialId }),
  z.strictObject({ kind: z.literal("enrol") }),
  z.strictObject({
    kind: z.literal("enter"),
    request: StoredRequestId,
    step: StoredStepName,
    code: z.string().exactOptional(),
  }),
]) satisfies z.ZodType<Errand>;

const StoredTicket = z
  .strictObject({
    key: z.string(),
    person: StoredPersonId,
    tenant: StoredTenantName,
    errand: StoredErrand,
    nonce: z.string(),
    expires_at: StoredCount.pipe(StoredInstant),
    tries_left: z.int(),
    is_used: z.boolean(),
  })
  .transform(
    ({ expires_at: expiresAt, tries_left: triesLeft, is_used: isUsed, ...ticket }): Ticket => ({
      ...ticket,
      expiresAt,
      triesLeft,
      isUsed,
    }),
  );

const StoredPasskey = z
  .strictObject({
    credential: StoredCredentialId,
    tenant: StoredTenantName,
    person: StoredPersonId,
    public_key: z.string(),
    counter: StoredCount,
    transports: z.array(z.string()).readonly(),
    state: z.enum(["waiting", "active", "revoked"]),
    enrolled_at: StoredCount.pipe(StoredInstant),
  })
  .transform(
    ({ public_key: publicKey, enrolled_at: enrolledAt, ...passkey }): Passkey => ({
      ...passkey,
      publicKey,
      enrolledAt,
    }),
  );

/** Keeps a link, and forgets those that ran out a day before. */
export async function insertTicket(db: Kysely<Tables>, ticket: Ticket): Promise<void> {
  const { key, person, tenant, errand, nonce, expiresAt, triesLeft, isUsed } = ticket;
  await db
    .insertInto("page_ticket")
    .values({
      key,
      person,
      tenant,
      errand: JSON.stringify(StoredErrand.parse(errand)),
      nonce,
      expires_at: expiresAt,
      tries_left: triesLeft,
      is_used: isUsed,
    })
    .execute();
  await db
    .deleteFrom("page_ticket")
    .where("expires_at", "<", String(expiresAt - dayMs))
    .execute();
}

export async function findTicketRow(db: Kysely<Tables>, key: string): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom("page_ticket")
    .selectAll()
    .where("key", "=", key)
    .executeTakeFirst();
  return row === undefined ? undefined : StoredTicket.parse(row);
}

/** @returns whether the passkey was new */
export async function insertPasskey(db: Kysely<Tables>, passkey: Passkey): Promise<boolean> {
  const { credential, tenant, person, publicKey, counter, transports, state, enrolledAt } = passkey;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("passkey")
    .values({
      credential,
      tenant,
      person,
      public_key: publicKey,
      counter,
      transports: JSON.stringify(transports),
      state,
      enrolled_at: enrolledAt,
    })
    .onConflict((conflict) => conflict.column("credential").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findPasskeyRow(
  db: Kysely<Tables>,
  credential: CredentialId,
): Promise<Passkey | undefined> {
  const row = await db
    .selectFrom("passkey")
    .selectAll()
    .where("credential", "=", credential)
    .executeTakeFirst();
  return row === undefined ? undefined : StoredPasskey.parse(row);
}

/** Those that are not revoked, oldest first. */
export async function listPasskeyRows(
  db: Kysely<Tables>,
  tenant: TenantName,
): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom("passkey")
    .selectAll()
    .where("tenant", "=", tenant)
    .where("state", "<>", "revoked")
    .orderBy("enrolled_at")
    .orderBy("credential")
    .execute();
  return rows.map((row) => StoredPasskey.parse(row));
}
