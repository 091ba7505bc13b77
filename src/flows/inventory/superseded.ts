import { isSameAccount } from "../model/account-name.ts";
import { isOneOf } from "../model/names.ts";
import type { Store } from "../ports/store.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { changedGroups } from "./changed-groups.ts";

/**
 * Whether a later request is at the account of this one or at its security groups, or was carried out: a clean-up of
 * this one would not know what of it is wanted by now.
 */
export async function isSuperseded(store: Store, { draft, openedAt }: Request): Promise<boolean> {
  const others = [...(await store.listUnfinished()), ...(await store.listDone())];
  return others.some((other) => other.openedAt > openedAt && areAtOne(other.draft, draft));
}

function areAtOne(one: Draft, other: Draft): boolean {
  const account = accountOf(one);
  const otherAccount = accountOf(other);
  if (account === undefined || otherAccount?.tenant !== account.tenant) return false;
  const groups = changedGroups(other);
  return (
    isSameAccount(account.userName, otherAccount.userName) ||
    changedGroups(one).some((group) => isOneOf(group, groups))
  );
}
