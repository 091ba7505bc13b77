import { isOneOf } from "../model/names.ts";
import { differ, type PendingChanges } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import { accountOf } from "./draft.ts";
import { type Request } from "./request.ts";

/**
 * Whether the tenant still lists changes of this request's groups as pending; for a request without a group,
 * whether it still lists exactly what was approved.
 */
export function isOursPending(
  { draft, approval }: Pick<Request, "draft" | "approval">,
  pending: PendingChanges,
): boolean {
  if (pending.kind !== "seen" || pending.changes.length === 0) return false;
  const account = accountOf(draft);
  if (account === undefined) {
    return approval !== undefined && isSamePending(approval.pending, pending);
  }
  const groups = groupsOf(account);
  return pending.changes.some(({ securityGroup }) => isOneOf(securityGroup, groups));
}

function isSamePending(one: PendingChanges, other: PendingChanges): boolean {
  const { added, gone } = differ(one, other);
  return added.length + gone.length === 0;
}
