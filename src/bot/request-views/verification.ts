import {
  isSameList,
  listDifferences,
  type Verification,
  type VerificationItem,
} from "../../flows/model/verification.ts";

/** How a request that was carried out ends. Only what was seen in full is called done. */
export function describeOutcome(verification: Verification | undefined): string {
  switch (verification?.outcome) {
    case "verified":
      return "done, verified";
    case "different":
      return "different from what was asked";
    case "unverified":
    case undefined:
      return "unverified";
  }
}

/** Where a carried-out request stands by now: the end of it, or what a later look found. */
export function describeNow(
  verification: Verification | undefined,
  drift: readonly VerificationItem[],
): string {
  const atEnd = describeOutcome(verification);
  if (isSameList(drift, listDifferences(verification?.items ?? []))) return atEnd;
  return drift.length === 0 ? `${atEnd}, as asked by now` : `${atEnd}, drifted since`;
}

/** One sentence: what the comparison came to. */
export function describeVerification({ outcome, items }: Verification): string {
  switch (outcome) {
    case "verified":
      return "The tenant shows exactly what was asked.";
    case "unverified":
      return `Nothing contradicts what was asked, and ${items.length} of it could not be seen.`;
    case "different": {
      const differences = items.filter(({ kind }) => kind !== "unseen").length;
      return `The tenant shows something else than was asked (${differences}).`;
    }
  }
}

/** One plain line for each item, what contradicts first. */
export function listItems(items: readonly VerificationItem[]): readonly string[] {
  return items
    .toSorted((one, other) => rank[one.kind] - rank[other.kind])
    .map(({ kind, words }) => `${titles[kind]}: ${words}`);
}

const rank: Record<VerificationItem["kind"], number> = {
  missing: 0,
  "too-much": 1,
  other: 2,
  unseen: 3,
};

const titles: Record<VerificationItem["kind"], string> = {
  missing: "Missing",
  "too-much": "Too much",
  other: "Other",
  unseen: "Unverified",
};
