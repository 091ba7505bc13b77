import type { Kysely, Transaction } from "kysely";
import type { PersonId } from "../../flows/model/ids.ts";
import type { Passkeys } from "../../flows/ports/passkeys.ts";
import {
  type CredentialId,
  type EnrolmentCode,
  mostTries,
  type Passkey,
} from "../../flows/request/passkey.ts";
import type { AuditEntry, AuditHead } from "../audit/audit-chain.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import type { Tables } from "../database/tables.ts";
import type { StoreOptions } from "../requests/record.ts";
import { queue } from "../requests/watch.ts";
import {
  findPasskeyRow,
  findTicketRow,
  insertPasskey,
  insertTicket,
  listPasskeyRows,
} from "./passkey-rows.ts";

type Trx = Transaction<Tables>;

/** What happens to a passkey, for the audit trail. */
type Change = Omit<AuditEntry, "at">;

/** Keeps passkeys, links and codes in PostgreSQL, with an audit entry for each change of a passkey. */
export function createPasskeys(options: StoreOptions): Passkeys {
  const { db } = options;
  return {
    keepTicket: (ticket) => insertTicket(db, ticket),
    findTicket: (key) => findTicketRow(db, key),
    takeTry: (key) => takeTry(db, key),
    useTicket: (key) => whole(db, (trx) => useTicket(trx, key)),
    use: (proven) => whole(db, (trx) => use(trx, proven)),
    find: (credential) => findPasskeyRow(db, credential),
    list: (tenant) => listPasskeyRows(db, tenant),
    issueCode: async (code, { operator, now }) => {
      const { tenant, person } = code;
      await audited(options, now, async (trx) => {
        await putCode(trx, code);
        return [entry("passkey-code-issued", "operator", { tenant, person, operator })];
      });
    },
    tryCode: (code, now) => tryCode(db, code, now),
    enrol: (enrolment) => enrol(options, enrolment),
    confirm: (confirmation) => confirm(options, confirmation),
    refuse: (refusal) =>
      end(options, refusal, { states: ["waiting"], by: refusal.by, more: { why: "refused" } }),
    revoke: (revocation) => {
      const more = { why: "removed", operator: revocation.operator };
      return end(options, revocation, { states: ["waiting", "active"], by: "operator", more });
    },
  };
}

/** Thrown to undo what a transaction did so far: all of it or nothing. */
class Undone extends Error {}

async function whole(db: Kysely<Tables>, act: (trx: Trx) => Promise<boolean>): Promise<boolean> {
  try {
    return await db.transaction().execute(async (trx) => {
      if (!(await act(trx))) throw new Undone();
      return true;
    });
  } catch (error) {
    if (error instanceof Undone) return false;
    throw error;
  }
}

/** Changes something together with its audit entries; nothing happens when there are none. */
async function audited(
  { db, auditKey, onAudit }: StoreOptions,
  at: AuditEntry["at"],
  act: (trx: Trx) => Promise<readonly Change[]>,
): Promise<boolean> {
  let head: AuditHead | undefined;
  const isDone = await whole(db, async (trx) => {
    const changes = await act(trx);
    if (changes.length === 0) return false;
    head = await appendAudit(
      trx,
      auditKey,
      changes.map((change) => ({ ...change, at })),
    );
    return true;
  });
  if (head !== undefined && isDone) onAudit?.(head);
  return isDone;
}

function entry(kind: string, by: PersonId | "operator", body: Change["body"]): Change {
  return { kind, by, body };
}

async function takeTry(db: Kysely<Tables>, key: string): Promise<number | undefined> {
  const taken = await db
    .updateTable("page_ticket")
    .set(({ eb }) => ({ tries_left: eb("tries_left", "-", 1) }))
    .where("key", "=", key)
    .where("tries_left", ">", 0)
    .where("is_used", "=", false)
    .returning("tries_left")
    .executeTakeFirst();
  return taken?.tries_left;
}

async function useTicket(trx: Trx, key: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("page_ticket")
    .set({ is_used: true })
    .where("key", "=", key)
    .where("is_used", "=", false)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function use(
  trx: Trx,
  { key, passkey, counter }: Parameters<Passkeys["use"]>[0],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("passkey")
    .set({ counter })
    .where("credential", "=", passkey.credential)
    .where("counter", "=", String(passkey.counter))
    .where("state", "=", passkey.state)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n && (await useTicket(trx, key));
}

async function putCode(trx: Trx, { tenant, person, key, expiresAt }: EnrolmentCode): Promise<void> {
  const row = { key, expires_at: expiresAt, tries_left: mostTries };
  await trx
    .insertInto("enrolment_code")
    .values({ tenant, person, ...row })
    .onConflict((conflict) => conflict.columns(["tenant", "person"]).doUpdateSet(row))
    .execute();
}

/** One statement takes the try and tells whether it was right; a right one is given back its try. */
async function tryCode(
  db: Kysely<Tables>,
  { tenant, person, key }: Omit<EnrolmentCode, "expiresAt">,
  now: number,
): Promise<boolean> {
  const row = await db
    .updateTable("enrolment_code")
    .set(({ eb }) => ({
      tries_left: eb
        .case()
        .when("key", "=", key)
        .then(eb.ref("tries_left"))
        .else(eb("tries_left", "-", 1))
        .end(),
    }))
    .where("tenant", "=", tenant)
    .where("person", "=", person)
    .where("tries_left", ">", 0)
    .where("expires_at", ">", String(now))
    .returning("key")
    .executeTakeFirst();
  return row?.key === key;
}

async function enrol(
  options: StoreOptions,
  { passkey, key, code, notice }: Parameters<Passkeys["enrol"]>[0],
): Promise<boolean> {
  const { tenant, person, credential, enrolledAt: at } = passkey;
  return audited(options, at, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("enrolment_code")
      .where("tenant", "=", tenant)
      .where("person", "=", person)
      .where("key", "=", code)
      .where("tries_left", ">", 0)
      .where("expires_at", ">", String(at))
      .executeTakeFirstOrThrow();
    if (numDeletedRows !== 1n || !(await useTicket(trx, key))) return [];
    const replaced = await revokeOthers(trx, passkey, "waiting");
    if (!(await insertPasskey(trx, passkey))) return [];
    await queue(trx, [notice]);
    const body = { tenant, person, credential };
    return [...replaced, entry("passkey-enrolled", person, body)];
  });
}

async function confirm(
  options: StoreOptions,
  { credential, by, with: confirmer, notice }: Parameters<Passkeys["confirm"]>[0],
): Promise<boolean> {
  return audited(options, notice.madeAt, async (trx) => {
    const passkey = await lockPasskey(trx, credential);
    if (passkey?.state !== "waiting") return [];
    const replaced = await revokeOthers(trx, passkey, "active");
    await setState(trx, credential, "active");
    await queue(trx, [notice]);
    const { tenant, person } = passkey;
    const body = { tenant, person, credential, with: confirmer };
    return [...replaced, entry("passkey-confirmed", by, body)];
  });
}

interface End {
  readonly states: readonly Passkey["state"][];
  readonly by: PersonId | "operator";
  /** Why, for the audit trail. */
  readonly more: Readonly<Record<string, string>>;
}

/** Revokes a passkey that is in one of these states. */
async function end(
  options: StoreOptions,
  { credential, notice }: Pick<Parameters<Passkeys["revoke"]>[0], "credential" | "notice">,
  { states, by, more }: End,
): Promise<boolean> {
  return audited(options, notice.madeAt, async (trx) => {
    const passkey = await lockPasskey(trx, credential);
    if (passkey === undefined || !states.includes(passkey.state)) return [];
    await setState(trx, credential, "revoked");
    await queue(trx, [notice]);
    return [revoked(passkey, by, more)];
  });
}

async function lockPasskey(trx: Trx, credential: CredentialId): Promise<Passkey | undefined> {
  await trx
    .selectFrom("passkey")
    .select("credential")
    .where("credential", "=", credential)
    .forUpdate()
    .execute();
  return findPasskeyRow(trx, credential);
}

async function setState(
  trx: Trx,
  credential: CredentialId,
  state: Passkey["state"],
): Promise<void> {
  await trx.updateTable("passkey").set({ state }).where("credential", "=", credential).execute();
}

/** A new one takes the place of the same person's old ones in this state. */
async function revokeOthers(
  trx: Trx,
  { tenant, person, credential }: Passkey,
  state: Passkey["state"],
): Promise<readonly Change[]> {
  const others = (await listPasskeyRows(trx, tenant)).filter(
    (one) => one.person === person && one.state === state && one.credential !== credential,
  );
  for (const one of others) await setState(trx, one.credential, "revoked");
  return others.map((one) => revoked(one, person, { why: "replaced", replacedBy: credential }));
}

function revoked(
  { tenant, person, credential }: Passkey,
  by: PersonId | "operator",
  more: Readonly<Record<string, string>>,
): Change {
  return entry("passkey-revoked", by, { tenant, person, credential, ...more });
}
