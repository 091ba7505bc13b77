import type { PendingChanges } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import { accountOf } from "./draft.ts";
import { type Request } from "./request.ts";

/**
 * Whether the tenant still lists changes of this request's groups as pending; for a request without a group,
 * whether it still lists exactly what was approved.
 */
export function isOursPending(
  { draft, approval }: Request,
  { pending, digest }: { readonly pending: PendingChanges; readonly digest: string },
): boolean {
  if (pending.kind !== "seen") return false;
  const account = accountOf(draft);
  return account === undefined
    ? pending.changes.length > 0 && digest === approval?.digest
    : pending.changes.some(({ securityGroup }) => groupsOf(account).includes(securityGroup));
}
