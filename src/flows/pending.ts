import { type Access, isSameDomain, listPermissions, type Permissions } from "./permissions.ts";

/** One change to a security policy that waits in the tenant for the next activation. */
export interface PendingChange {
  readonly kind: "domain" | "business-process";
  /** The domain's or the business process's name. */
  readonly policy: string;
  /** The business process's action; empty for a domain. */
  readonly action: string;
  readonly securityGroup: string;
  /** Get, Put, View or Modify as the report spells it; empty for a business process. */
  readonly access: string;
  readonly change: string;
  readonly changedBy?: string;
}

/** What the tenant's two *with Pending Changes* reports tell, where the tenant has them as services. */
export type PendingChanges =
  | { readonly kind: "seen"; readonly changes: readonly PendingChange[] }
  | { readonly kind: "cannot-see" };

export interface PendingSplit {
  readonly ours: readonly PendingChange[];
  readonly others: readonly PendingChange[];
}

export interface PendingDifference {
  readonly added: readonly PendingChange[];
  readonly gone: readonly PendingChange[];
}

/**
 * The text whose SHA-256 is the digest of a pending set: one JSON array a change, sorted by code unit,
 * joined by newlines. Who changed it and when do not count: the same change made again is the same change.
 * `docs/reference/runner.md` publishes this definition, since a runner recomputes it.
 */
export function toDigestText(changes: readonly PendingChange[]): string {
  return changes.map(keyOf).toSorted(byCodeUnit).join("\n");
}

/** Parts what this request's own group brings from everybody else's changes. */
export function splitPending(
  changes: readonly PendingChange[],
  ours: { readonly groupName: string; readonly permissions: Permissions },
): PendingSplit {
  const asked = listPermissions(ours.permissions);
  const isOurs = changes.map(
    (change) =>
      change.kind === "domain" &&
      change.securityGroup === ours.groupName &&
      change.change === "Added" &&
      asked.some(
        ({ domain, access }) => access === change.access && isSameDomain(domain, change.policy),
      ),
  );
  return {
    ours: changes.filter((_change, at) => isOurs[at] === true),
    others: changes.filter((_change, at) => isOurs[at] !== true),
  };
}

/** The permissions asked for that the pending set does not show. */
export function missingFrom(
  changes: readonly PendingChange[],
  permissions: Permissions,
): readonly { readonly domain: string; readonly access: Access }[] {
  return listPermissions(permissions).filter(
    ({ domain, access }) =>
      !changes.some((change) => change.access === access && isSameDomain(domain, change.policy)),
  );
}

export function comparePending(
  before: readonly PendingChange[],
  after: readonly PendingChange[],
): PendingDifference {
  const had = new Set(before.map(keyOf));
  const has = new Set(after.map(keyOf));
  return {
    added: after.filter((change) => !had.has(keyOf(change))),
    gone: before.filter((change) => !has.has(keyOf(change))),
  };
}

function keyOf({ kind, policy, action, securityGroup, access, change }: PendingChange): string {
  return JSON.stringify([kind, policy, action, securityGroup, access, change]);
}

function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
