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
