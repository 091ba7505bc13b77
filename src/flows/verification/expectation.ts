import { unseen, type Verification, type VerificationItem } from "../model/verification.ts";

/** One fact that has to be true for the tenant to be as it was asked. Not seen, until a look says otherwise. */
export interface Expectation {
  /** Names the fact: a finding says by it what it is about. */
  readonly fact: string;
  /** What a person reads where nobody can see it, such as `Which other groups ISU_X is in`. */
  readonly what: string;
  /** Why nobody sees it, or where a person should look. */
  readonly lookAt: string;
}

/** What a look at some facts came to. No items: each was seen as asked. */
export interface ComparedFacts {
  readonly facts: readonly string[];
  readonly items: readonly VerificationItem[];
}

/** Everything that had to be true, and what was looked at. */
export interface Comparison {
  readonly expected: readonly Expectation[];
  readonly findings: readonly ComparedFacts[];
}

export function expectThat(fact: string, what: string, lookAt: string): Expectation {
  return { fact, what, lookAt };
}

/** What one look came to; no items: as asked. */
export function found(fact: string, items: readonly VerificationItem[]): ComparedFacts {
  return { facts: [fact], items };
}

/** What Workday leaves out was not seen, whatever was asked. */
export function ifShown<Shown>(
  fact: string,
  shown: Shown | undefined,
  compare: (shown: Shown) => readonly VerificationItem[],
): readonly ComparedFacts[] {
  return shown === undefined ? [] : [found(fact, compare(shown))];
}

export function bothOfComparisons(one: Comparison, other: Comparison): Comparison {
  return {
    expected: [...one.expected, ...other.expected],
    findings: [...one.findings, ...other.findings],
  };
}

/**
 * The one place where a verdict is made: verified only where every fact was seen as asked. A fact that no finding
 * speaks of was not seen, so a comparison that is forgotten ends unverified; so does a request that expects nothing.
 */
export function judge({ expected, findings }: Comparison): Verification {
  const told = new Set(findings.flatMap(({ facts }) => facts));
  const untold = expected
    .filter(({ fact }) => !told.has(fact))
    .map(({ what, lookAt }) => unseen(what, lookAt));
  const items = [...findings.flatMap((finding) => finding.items), ...untold];
  if (items.some(({ kind }) => kind !== "unseen")) return { outcome: "different", items };
  if (items.length > 0) return { outcome: "unverified", items };
  return expected.length > 0
    ? { outcome: "verified", items }
    : {
        outcome: "unverified",
        items: [unseen("What was asked for", "Nobody said what to look at.")],
      };
}
