import { kindOf } from "../kinds/kinds.ts";
import { groupsOf } from "../model/segments.ts";
import type { Store } from "../ports/store.ts";
import { accountOf, type Draft } from "../request/draft.ts";

/**
 * Security groups that a request makes or changes. One open request at a time does: two would not know of each other,
 * and one would undo the other's deeds.
 */
export function changedGroups(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  if (account === undefined || kindOf(account).group === "kept") return [];
  return groupsOf(account);
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
