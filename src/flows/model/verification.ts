/** One difference between what was asked and what the tenant shows, or one thing that nobody could see. */
export interface VerificationItem {
  readonly kind: "missing" | "too-much" | "other" | "unseen";
  readonly words: string;
}

/** How a request ends: all of it seen, some of it not seen, or something contradicts. */
export interface Verification {
  readonly outcome: "verified" | "unverified" | "different";
  readonly items: readonly VerificationItem[];
}

/** What contradicts, without what could not be seen. */
export function listDifferences(items: readonly VerificationItem[]): readonly VerificationItem[] {
  return items.filter(({ kind }) => kind !== "unseen");
}

/** Whether two lists say the same, in whatever order. */
export function isSameList(
  one: readonly VerificationItem[],
  other: readonly VerificationItem[],
): boolean {
  const said = new Set(other.map(({ words }) => words));
  return one.length === other.length && one.every(({ words }) => said.has(words));
}

export function toItem(kind: VerificationItem["kind"], words: string): VerificationItem {
  return { kind, words };
}

/** What nobody could see, and why. */
export function unseen(what: string, why: string): VerificationItem {
  return toItem("unseen", `${what}: not seen. ${why}`);
}
