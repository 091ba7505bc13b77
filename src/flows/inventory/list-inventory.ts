import { kindOf } from "../kinds/kinds.ts";
import { dayMs, type Instant, later, type PersonId, type RequestId } from "../model/ids.ts";
import { isSameList, listDifferences } from "../model/verification.ts";
import { accountIn } from "../request/account-of-request.ts";
import { accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { toInventory } from "./inventory.ts";

const soonMs = 30 * dayMs;

/** What is known of an account's state in its tenant. */
type InventoryState = "verified" | "unverified" | "different" | "drifted";

/** One account that the bot made, by the newest request that was carried out for it. */
export interface InventoryEntry {
  readonly request: Request;
  readonly tenant: Tenant;
  readonly state: InventoryState;
  /** When its password was issued, and when it is due; absent where nobody knows. */
  readonly password?: { readonly issuedAt: Instant; readonly dueAt: Instant };
  /** Workday made its password up, and nobody knows it: it is never due. */
  readonly isUnknown?: true;
  /** A request for the same account that is under way. */
  readonly underWay?: RequestId;
}

export interface InventorySource {
  /** Carried out, oldest first. */
  readonly done: readonly Request[];
  /** Neither done nor ended. */
  readonly unfinished: readonly Request[];
  /** Those that may be shown. */
  readonly tenants: readonly Tenant[];
}

/** Every account of the tenants, those whose password is due first on top. */
export function listInventory({
  done,
  unfinished,
  tenants,
}: InventorySource): readonly InventoryEntry[] {
  const underWay = new Map(unfinished.map((request) => [keyOf(request), request.id]));
  const issued = listIssued(done);
  const entries = toInventory(done).flatMap((request): readonly InventoryEntry[] => {
    const tenant = tenants.find(({ name }) => name === request.draft.tenant);
    if (tenant === undefined) return [];
    const id = underWay.get(keyOf(request));
    const issuedAt = issued.get(keyOf(request));
    return [
      {
        request,
        tenant,
        state: stateOf(request),
        ...(issuedAt === "nobody-knows" && { isUnknown: true }),
        ...(typeof issuedAt === "number" && { password: toPassword(issuedAt, tenant) }),
        ...(id !== undefined && { underWay: id }),
      },
    ];
  });
  return entries.toSorted(byDue);
}

/**
 * When each account's password was issued last. A new account begins anew; any other request that issues none leaves it
 * as it was.
 */
function listIssued(done: readonly Request[]): ReadonlyMap<string, Instant | "nobody-knows"> {
  const issued = new Map<string, Instant | "nobody-knows">();
  for (const request of done) {
    const { draft, issuedAt } = request;
    const key = keyOf(request);
    const { makes, ends } = kindOf(draft);
    const isNew = makes === "account";
    if (isNew || ends === "account") issued.delete(key);
    if (isNew && accountIn(request).passwordFrom === "workday") issued.set(key, "nobody-knows");
    if (issuedAt !== undefined) issued.set(key, issuedAt);
  }
  return issued;
}

/** Accounts of which somebody asked for a request that was carried out, since the account was made. */
export function listAskedBy(
  by: PersonId,
  entries: readonly InventoryEntry[],
  done: readonly Request[],
): readonly InventoryEntry[] {
  const asked = new Set<string>();
  for (const request of done) {
    const key = keyOf(request);
    if (kindOf(request.draft).makes === "account") asked.delete(key);
    if (request.askedBy === by) asked.add(key);
  }
  return entries.filter(({ request }) => asked.has(keyOf(request)));
}

/** Accounts whose password is overdue, or due within 30 days. */
export function listDue(
  entries: readonly InventoryEntry[],
  now: Instant,
): readonly InventoryEntry[] {
  return entries.filter(
    ({ password }) => password !== undefined && password.dueAt <= later(now, soonMs),
  );
}

/** Accounts whose tenant, name, group, recipe or request has this text in it. */
export function narrow(
  entries: readonly InventoryEntry[],
  text: string,
): readonly InventoryEntry[] {
  const wanted = text.trim().toLowerCase();
  const exact = entries.filter(({ tenant }) => tenant.name.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  return entries.filter(({ request, tenant }) => {
    const { userName, groupName, recipe = "" } = accountIn(request);
    return [request.id, userName, groupName, recipe, tenant.name, tenant.label].some((one) =>
      one.toLowerCase().includes(wanted),
    );
  });
}

/**
 * The earliest due first. Before all comes a password of which the bot does not know when it was issued, since somebody
 * should look; last comes one that nobody knows.
 */
function byDue(one: InventoryEntry, other: InventoryEntry): number {
  const due = dueOf(one) - dueOf(other);
  return due === 0 ? userOf(one).localeCompare(userOf(other)) : due;
}

function dueOf({ password, isUnknown }: InventoryEntry): number {
  return password?.dueAt ?? (isUnknown ? Number.MAX_SAFE_INTEGER : 0);
}

function toPassword(
  issuedAt: Instant,
  { rotation }: Tenant,
): NonNullable<InventoryEntry["password"]> {
  return { issuedAt, dueAt: later(issuedAt, rotation.everyDays * dayMs) };
}

/** A difference that went away was seen by a look that may not have seen everything: not verified again. */
function stateOf({ facts: { verification }, drift }: Request): InventoryState {
  const atTheEnd = listDifferences(verification?.items ?? []);
  if (drift.length > 0) return isSameList(drift, atTheEnd) ? "different" : "drifted";
  return verification?.outcome === "verified" ? "verified" : "unverified";
}

function userOf({ request }: InventoryEntry): string {
  return accountIn(request).userName;
}

function keyOf({ draft }: Request): string {
  return `${draft.tenant} ${accountOf(draft)?.userName.toLowerCase()}`;
}
