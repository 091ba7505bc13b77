import { isOneOf } from "../model/names.ts";
import { differ, type PendingChanges, seenIn, toChangeKey } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import { accountOf } from "./draft.ts";
import { type Request } from "./request.ts";

/**
 * Whether the tenant still lists changes of this request's groups as pending; for a release, any of what was approved; for
 * another request without a group, whether it still lists exactly that.
 */
export function isOursPending(
  { draft, approval, members }: Pick<Request, "draft" | "approval" | "members">,
  pending: PendingChanges,
): boolean {
  if (pending.kind !== "seen" || pending.changes.length === 0) return false;
  const account = accountOf(draft);
  if (members !== undefined) return approval !== undefined && isPartOf(approval.pending, pending);
  if (account === undefined) {
    return approval !== undefined && isSamePending(approval.pending, pending);
  }
  const groups = groupsOf(account);
  return pending.changes.some(({ securityGroup }) => isOneOf(securityGroup, groups));
}

/** Its requests changed something each: of what went live nothing is listed. */
function isPartOf(approved: PendingChanges, pending: PendingChanges): boolean {
  const left = new Set(seenIn(pending).map(toChangeKey));
  return seenIn(approved).some((one) => left.has(toChangeKey(one)));
}

function isSamePending(one: PendingChanges, other: PendingChanges): boolean {
  const { added, gone } = differ(one, other);
  return added.length + gone.length === 0;
}
