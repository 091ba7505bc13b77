import { changesOf, processChangeOf } from "../kinds/changes.ts";
import { type BusinessProcess, isSameProcess } from "../model/business-process.ts";
import { isSameName } from "../model/names.ts";
import type { PendingChange, PendingChanges } from "../model/pending.ts";
import { listPermissions, type Permission } from "../model/permissions.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import type { PermissionChange } from "../request/permission-change.ts";
import type { Request } from "../request/request.ts";

interface Expected {
  readonly securityGroup: string;
  readonly change: "Added" | "Removed";
}

/** A change to a security policy that a request brings about, as the pending reports would list it. */
export type ExpectedChange =
  | (Expected & Permission & { readonly kind: "domain" })
  | (Expected & BusinessProcess & { readonly kind: "business-process" });

/** What should be pending when the approval of an activation is asked for; nothing where none is asked for. */
export function listExpected(draft: Draft): readonly ExpectedChange[] {
  const securityGroup = accountOf(draft)?.groupName ?? "";
  const processes = processChangeOf(draft);
  return [
    ...changesOf(draft).flatMap(listDomains),
    ...processes.added.map(
      (one) => ({ ...one, kind: "business-process", securityGroup, change: "Added" }) as const,
    ),
    ...processes.removed.map(
      (one) => ({ ...one, kind: "business-process", securityGroup, change: "Removed" }) as const,
    ),
  ];
}

function listDomains({
  groupName: securityGroup,
  added,
  removed,
}: PermissionChange): readonly ExpectedChange[] {
  return [
    ...listPermissions(added).map(
      (one) => ({ ...one, kind: "domain", securityGroup, change: "Added" }) as const,
    ),
    ...listPermissions(removed).map(
      (one) => ({ ...one, kind: "domain", securityGroup, change: "Removed" }) as const,
    ),
  ];
}

export interface PendingSplit {
  readonly ours: readonly PendingChange[];
  readonly others: readonly PendingChange[];
}

/** Parts what this request brings about from everybody else's changes. */
export function splitPending(
  changes: readonly PendingChange[],
  expected: readonly ExpectedChange[],
): PendingSplit {
  const isOurs = changes.map((change) => expected.some((one) => isExpected(one, change)));
  return {
    ours: changes.filter((_change, at) => isOurs[at] === true),
    others: changes.filter((_change, at) => isOurs[at] !== true),
  };
}

/** What the pending set does not show. */
export function missingFrom(
  changes: readonly PendingChange[],
  expected: readonly ExpectedChange[],
): readonly ExpectedChange[] {
  return expected.filter((one) => !changes.some((change) => isExpected(one, change)));
}

/** Whether this is the change that a request brings about, whoever made it and however its names are spelt. */
export function isExpected(one: ExpectedChange, change: PendingChange): boolean {
  if (change.kind !== one.kind || change.change !== one.change) return false;
  if (one.kind === "domain" && change.access !== one.access) return false;
  if (!isSameName(change.securityGroup, one.securityGroup)) return false;
  if (one.kind === "domain") return isSameName(change.policy, one.domain);
  // Where no action was named, whoever did the task chose it: the policy tells.
  const { action = change.action } = one;
  return isSameProcess(change, { policy: one.policy, action });
}

/**
 * Whether what is pending is shown, the request expects changes of its own, and none of them is among them: then an
 * activation would make live what others left, and nothing else.
 */
export function lacksItsOwn(
  { draft, closing }: Pick<Request, "draft" | "closing">,
  pending: PendingChanges,
): boolean {
  if (pending.kind !== "seen" || closing !== undefined) return false;
  const expected = listExpected(draft).filter((one) => !isNamedAnew(one, draft));
  return expected.length > 0 && splitPending(pending.changes, expected).ours.length === 0;
}

/** Whether a process is taken away and given in one request: an action that is only named now may change nothing. */
export function isNamedAnew(one: ExpectedChange | BusinessProcess, draft: Draft): boolean {
  if (!("policy" in one)) return false;
  const { added, removed } = processChangeOf(draft);
  return [added, removed].every((list) =>
    list.some(({ policy }) => isSameName(policy, one.policy)),
  );
}
