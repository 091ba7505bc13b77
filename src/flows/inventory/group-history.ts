import { changesOf } from "../kinds/changes.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import { existingGroupOf, isMeantInactive } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import { bothOf, noPermissions, type Permissions, without } from "../model/permissions.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { toInventory } from "./inventory.ts";

/** Where an account is. */
type Placed = Pick<AccountDraft, "tenant" | "userName" | "groupName">;

/** What the bot's own requests say of a security group that may hold several of its accounts. */
export interface KnownGroup {
  /** The other accounts of the inventory that are in it. */
  readonly others: readonly string[];
  /** What it may do by all of them together, and what it held before the first of them joined it. */
  readonly permissions: Permissions;
  readonly isInactive: boolean;
}

/**
 * What the inventory explains of an account's group. Requests that change one group come one after the other, so
 * the order of their opening is the order of their deeds.
 *
 * @param done requests that were carried out, oldest first
 */
export function deriveGroup(done: readonly Request[], account: Placed): KnownGroup {
  const given = new Map<string, Permissions>();
  let isInactive = false;
  for (const one of accountsOf(done).filter((other) => isOfGroup(other, account))) {
    const { saysWhetherActive = false } = kindOf(one);
    if (given.size === 0 || saysWhetherActive) isInactive = isMeantInactive(one);
    give(given, one);
  }
  const others = accountsOf(toInventory(done))
    .filter((one) => isOfGroup(one, account) && !isSameAccount(one.userName, account.userName))
    .map(({ userName }) => userName);
  return { others, permissions: unite(given), isInactive };
}

function accountsOf(requests: readonly Request[]): readonly AccountDraft[] {
  return requests.flatMap(({ draft }) => accountOf(draft) ?? []);
}

function isOfGroup(one: AccountDraft, other: Placed): boolean {
  return one.tenant === other.tenant && isSameName(one.groupName, other.groupName);
}

/**
 * Writes down what an account's request gave the group. An edit speaks for the whole group: what it takes away is gone
 * for all.
 */
function give(given: Map<string, Permissions>, account: AccountDraft): void {
  const { userName, permissions } = account;
  const { makes, ends, group } = kindOf(account);
  const isNew = makes === "account";
  const isOver = ends === "account";
  const name = userName.toLowerCase();
  if (existingGroupOf(account) === undefined && (isNew || isOver)) given.clear();
  if (isOver) return;
  if (group === "set") {
    for (const [other, held] of given) given.set(other, without(held, takenBy(account)));
    given.set(name, permissions);
    return;
  }
  if (isNew || !given.has(name)) given.set(name, joinedBy(account, unite(given)));
}

/** What an account's request takes away from its group. */
function takenBy(account: AccountDraft): Permissions {
  let taken = noPermissions;
  for (const { groupName, removed } of changesOf(account)) {
    if (groupName === account.groupName) taken = bothOf(taken, removed);
  }
  return taken;
}

/** What an account brought, and what the group held besides that no account before explains. */
function joinedBy(account: AccountDraft, known: Permissions): Permissions {
  const holds = existingGroupOf(account)?.holds ?? noPermissions;
  return bothOf(account.permissions, without(holds, known));
}

function unite(given: ReadonlyMap<string, Permissions>): Permissions {
  let all = noPermissions;
  for (const permissions of given.values()) all = bothOf(all, without(permissions, all));
  return all;
}
