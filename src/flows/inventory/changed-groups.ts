import { groupsOf } from "../model/segments.ts";
import type { Store } from "../ports/ports.ts";
import { type AccountDraft, accountOf, type Draft } from "../request/draft.ts";

/**
 * Security groups that a request makes or changes. One open request at a time does: two would not know of each other,
 * and one would undo the other's deeds.
 */
export function changedGroups(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  return account !== undefined && isChanging(account) ? groupsOf(account) : [];
}

function isChanging({ kind }: AccountDraft): boolean {
  return kind === "create" || kind === "retire" || kind === "activate-group" || isOfWhole(kind);
}

/** Whether a request of this kind says what its account's group as a whole may do from then on. */
export function isOfWhole(kind: AccountDraft["kind"]): boolean {
  return kind === "permissions" || kind === "segment" || kind === "end-segments";
}

/** What to say where an open request makes or changes the group already; otherwise `undefined`. */
export async function findGroupHolder(
  store: Store,
  group: Parameters<Store["findGroupReservation"]>[0],
): Promise<string | undefined> {
  const holder = await store.findGroupReservation(group);
  return (
    holder &&
    `The open request ${holder} changes the security group ${group.groupName} too. Wait for it.`
  );
}
