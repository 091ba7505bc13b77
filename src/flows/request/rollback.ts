import { listNamed, toKey } from "../model/activations.ts";
import type { RequestId } from "../model/ids.ts";
import { comparePending, type PendingChange, toChangeKey } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import { accountIn } from "./account-of-request.ts";
import type { AffectedAccount, Draft, RollbackDraft } from "./draft.ts";
import type { Request } from "./request.ts";

/** As the tenant's history reads: the newest activation first. */
export function sortNewestFirst<One extends SecurityTimestamp>(
  timestamps: readonly One[],
): readonly One[] {
  return timestamps.toSorted((one, other) => other.at - one.at);
}

/** Whether the history says that it was made: its newest is the moment that was asked for, or names this request. */
export function isRolledBack(
  { to }: Pick<RollbackDraft, "to">,
  timestamps: readonly SecurityTimestamp[],
  id: RequestId,
): boolean {
  const [newest] = sortNewestFirst(timestamps);
  return newest !== undefined && (newest.at === to.at || listNamed(newest.comment).includes(id));
}

/** The activations of the newest moment, told from every other. Empty where there is none. */
export function toNewestKey(timestamps: readonly SecurityTimestamp[]): string {
  const [newest] = sortNewestFirst(timestamps);
  const keys = timestamps
    .filter(({ at }) => at === newest?.at)
    .map(({ at, by, comment }) => toKey({ at, by, comment }));
  return keys.toSorted().join("\n");
}

/**
 * What several activations changed together, given oldest first: a change that a later one takes back is
 * none. That Workday nets them in the same way is a guess.
 */
export function toNetChanges(
  lists: readonly (readonly PendingChange[])[],
): readonly PendingChange[] {
  const net = new Map<string, PendingChange>();
  for (const change of lists.flat()) {
    const key = toChangeKey({ ...change, change: "" });
    const before = net.get(key);
    if (before !== undefined && before.change !== change.change) net.delete(key);
    else net.set(key, change);
  }
  return [...net.values()];
}

/** What was taken away by the activations that a roll back undoes, and works again; of any other request nothing. */
export function listRegained(draft: Draft): readonly PendingChange[] {
  return "again" in draft ? draft.again.filter(({ change }) => change === "Removed") : [];
}

/** Accounts of the inventory that lose permissions when these changes are pending again. */
export function listAffected(
  inventory: readonly Request[],
  again: readonly PendingChange[],
): readonly AffectedAccount[] {
  return inventory.flatMap((request) => {
    const account = accountIn(request);
    const { userName } = account;
    return groupsOf(account).flatMap((groupName) => {
      const loses = again.filter(
        ({ securityGroup, change }) => securityGroup === groupName && change !== "Removed",
      ).length;
      return loses === 0 ? [] : [{ userName, groupName, loses }];
    });
  });
}

/** Those of the changes that the tenant does not list as pending. */
export function listNotPending(
  again: readonly PendingChange[],
  pending: readonly PendingChange[],
): readonly PendingChange[] {
  return comparePending(again, pending).gone;
}
