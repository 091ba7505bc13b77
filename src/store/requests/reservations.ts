import type { Kysely, Selectable, Transaction } from "kysely";
import { changedGroups } from "../../flows/inventory/changed-groups.ts";
import type { RequestId, TenantName } from "../../flows/model/ids.ts";
import { toNameKey } from "../../flows/model/names.ts";
import { accountOf, type Draft } from "../../flows/request/draft.ts";
import type { Tables } from "../database/tables.ts";
import { StoredRequestId } from "../stored/stored-names.ts";

/** Something in a tenant that one open request may hold. */
export type ReservedName = Pick<Selectable<Tables["reservation"]>, "kind" | "name">;

/**
 * The account, the integration system and the security groups that a draft needs for itself. A system that is yet to
 * be made has no id, so its name counts.
 */
export function toReservedNames(draft: Draft): readonly ReservedName[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const { userName, system } = account;
  return [
    { kind: "user", name: fold(userName) },
    system.kind === "existing"
      ? { kind: "system", name: fold(system.id) }
      : { kind: "new-system", name: fold(system.name) },
    ...changedGroups(draft).map((name) => toReservedGroup(name)),
  ];
}

export function toReservedGroup(name: string): ReservedName {
  return { kind: "group", name: toNameKey(name) };
}

/** @returns false when another request holds one of the names; then some may be taken all the same. */
export async function reserve(
  trx: Transaction<Tables>,
  draft: Draft,
  request: RequestId,
): Promise<boolean> {
  return take(trx, { tenant: draft.tenant, request }, toReservedNames(draft));
}

async function take(
  trx: Transaction<Tables>,
  { tenant, request }: { readonly tenant: TenantName; readonly request: RequestId },
  names: readonly ReservedName[],
): Promise<boolean> {
  if (names.length === 0) return true;
  const taken = await trx
    .insertInto("reservation")
    .values(names.map((name) => ({ tenant, request, ...name })))
    .onConflict((conflict) => conflict.doNothing())
    .returning("name")
    .execute();
  return taken.length === names.length;
}

/**
 * Takes the names of an edited draft in place of those that it had.
 *
 * @returns false when another request holds one of them; then the transaction has to be taken back.
 */
export async function exchange(
  trx: Transaction<Tables>,
  { before, after }: { readonly before: Draft; readonly after: Draft },
  request: RequestId,
): Promise<boolean> {
  const [old, now] = [toReservedNames(before), toReservedNames(after)];
  for (const { kind, name } of old.filter((one) => !isAmong(one, now)))
    await trx
      .deleteFrom("reservation")
      .where((eb) => eb.and({ request, kind, name }))
      .execute();
  return take(
    trx,
    { tenant: after.tenant, request },
    now.filter((one) => !isAmong(one, old)),
  );
}

function isAmong({ kind, name }: ReservedName, names: readonly ReservedName[]): boolean {
  return names.some((one) => one.kind === kind && one.name === name);
}

/** Safe to repeat. */
export async function release(trx: Transaction<Tables>, request: RequestId): Promise<void> {
  await trx.deleteFrom("reservation").where("request", "=", request).execute();
}

export async function findHolder(
  db: Kysely<Tables>,
  { tenant, except }: { readonly tenant: TenantName; readonly except?: RequestId | undefined },
  names: readonly ReservedName[],
): Promise<RequestId | undefined> {
  const row = await db
    .selectFrom("reservation")
    .select("request")
    .where("tenant", "=", tenant)
    .where("request", "<>", except ?? "")
    .where((eb) => eb.or(names.map(({ kind, name }) => eb.and({ kind, name }))))
    .orderBy("kind", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : StoredRequestId.parse(row.request);
}

/** Workday compares user names without case, and two systems that differ only in case confuse people. */
export function fold(name: string): string {
  return name.toLowerCase();
}
