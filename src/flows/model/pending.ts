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

/** What is pending in the tenant, by WQL or by the two *with Pending Changes* reports, where it offers them as services. */
export type PendingChanges =
  | { readonly kind: "seen"; readonly changes: readonly PendingChange[] }
  | {
      readonly kind: "cannot-see";
      /** Policies in which something is pending, where that is all that shows. Others may be pending, too. */
      readonly policies?: readonly string[];
      /** A sentence, where there is more to say than that nothing shows it. */
      readonly why?: string;
    }
  /** The approval is for what follows in the plan, and lets nothing pending go live. */
  | { readonly kind: "not-activated" }
  /** What goes live is pending in the authentication policies, and no report tells what that is. */
  | { readonly kind: "authentication-policies" };

export interface PendingDifference {
  readonly added: readonly PendingChange[];
  readonly gone: readonly PendingChange[];
}

/** Why an approval counts for nothing: what is not any more as it was shown. */
export interface Voided {
  readonly difference: PendingDifference;
  /** Of a roll back: somebody moved the tenant's active timestamp, and no other card follows. */
  readonly isOutdated?: true;
}

/**
 * The text whose SHA-256 is the digest of a pending set: one JSON array a change, sorted by code unit,
 * joined by newlines. Who changed it and when do not count: the same change made again is the same change.
 * `docs/reference/runner.md` publishes this definition, since a runner recomputes it.
 */
export function toDigestText(changes: readonly PendingChange[]): string {
  return changes.map(toChangeKey).toSorted(byCodeUnit).join("\n");
}

export function comparePending(
  before: readonly PendingChange[],
  after: readonly PendingChange[],
): PendingDifference {
  const had = new Set(before.map(toChangeKey));
  const has = new Set(after.map(toChangeKey));
  return {
    added: after.filter((change) => !had.has(toChangeKey(change))),
    gone: before.filter((change) => !has.has(toChangeKey(change))),
  };
}

/** One change, told from every other: who made it and when does not count. */
export function toChangeKey(one: PendingChange): string {
  const { kind, policy, action, securityGroup, access, change } = one;
  return JSON.stringify([kind, policy, action, securityGroup, access, change]);
}

function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What lies between two looks at the tenant; a tenant that cannot be seen counts as empty. */
export function differ(
  before: PendingChanges,
  after: PendingChanges,
): ReturnType<typeof comparePending> {
  return comparePending(seenIn(before), seenIn(after));
}

/** A tenant that cannot be seen counts as empty. */
export function seenIn(pending: PendingChanges): readonly PendingChange[] {
  return pending.kind === "seen" ? pending.changes : [];
}
