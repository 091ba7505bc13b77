import type { PendingChange } from "../model/pending.ts";
import { truncate } from "../text/truncate.ts";

/** Somebody's change to a policy on one line. */
export function describeOthersChange(change: PendingChange): string {
  const { policy, action, securityGroup, access, changedBy } = change;
  const what = [policy, action, access].filter((part) => part !== "").join(", ");
  const by = changedBy === undefined ? "" : `, by ${changedBy}`;
  return truncate(`${what}: ${change.change} for ${securityGroup}${by}`, 500);
}

/** A change of the request's own: whose it is need not be said. */
export function describeChange({ access, policy, action, change }: PendingChange): string {
  const what = [access, policy, action].filter((part) => part !== "").join(": ");
  return truncate(`${what} (${change})`, 400);
}
