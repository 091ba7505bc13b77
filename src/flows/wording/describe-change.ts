import { cut } from "../text/truncate.ts";
import type { PendingChange } from "../model/pending.ts";

/** Somebody's change to a policy on one line. */
export function sayOthersChange(change: PendingChange): string {
  const { policy, action, securityGroup, access, changedBy } = change;
  const what = [policy, action, access].filter((part) => part !== "").join(", ");
  const by = changedBy === undefined ? "" : `, by ${changedBy}`;
  return cut(`${what}: ${change.change} for ${securityGroup}${by}`, 500);
}

/** A change of the request's own: whose it is need not be said. */
export function sayChange({ access, policy, action, change }: PendingChange): string {
  const what = [access, policy, action].filter((part) => part !== "").join(": ");
  return cut(`${what} (${change})`, 400);
}
