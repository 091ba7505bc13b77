import {
  type EyeName,
  type JudgedFact,
  unseen,
  type Verification,
  type VerificationItem,
} from "../model/verification.ts";

/** One fact that has to be true for the tenant to be as it was asked. Not seen, until a look says otherwise. */
export interface Expectation {
  /** Names the fact: a finding says by it what it is about. */
  readonly fact: string;
  /** What a person reads where nobody can see it, such as `Which other groups ISU_X is in`. */
  readonly what: string;
  /** Where a person should look, and why nobody sees it where that is so. */
  readonly lookAt: string;
}

/** What a look at some facts came to. No items: each was seen as asked. */
export interface ComparedFacts {
  readonly facts: readonly string[];
  readonly items: readonly VerificationItem[];
  /** By what it was looked at; absent: a custom report. */
  readonly eye?: EyeName;
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

/** The same looks, by this eye where none is named. */
export function byEye(
  eye: EyeName | undefined,
  findings: readonly ComparedFacts[],
): readonly ComparedFacts[] {
  return eye === undefined ? findings : findings.map((finding) => ({ eye, ...finding }));
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
export function judge(comparison: Comparison): Verification {
  const { expected, findings } = comparison;
  const facts = expected.map((one) => judgeFact(one, findings));
  const told = new Set(findings.flatMap((finding) => finding.facts));
  const untold = expected
    .filter(({ fact }) => !told.has(fact))
    .map(({ what, lookAt }) => unseen(what, lookAt));
  const items = [...findings.flatMap((finding) => finding.items), ...untold];
  if (expected.length === 0 && items.length === 0) {
    const nothing = unseen("What was asked for", "Nobody said what to look at.");
    return { outcome: "unverified", items: [nothing], facts };
  }
  return { outcome: toOutcome(items), items, facts };
}

function toOutcome(items: readonly VerificationItem[]): Verification["outcome"] {
  if (items.some(({ kind }) => kind !== "unseen")) return "different";
  return items.length > 0 ? "unverified" : "verified";
}

/** What contradicts counts before what was not seen, whichever look came first. */
function judgeFact(
  { fact, what, lookAt }: Expectation,
  findings: readonly ComparedFacts[],
): JudgedFact {
  const looks = findings.filter(({ facts }) => facts.includes(fact));
  const contradicts = looks.find(({ items }) => items.some(({ kind }) => kind !== "unseen"));
  if (contradicts !== undefined) {
    const { eye = "report" } = contradicts;
    return { fact, what, seen: "different", eye, lookAt };
  }
  const [first] = looks;
  if (first === undefined || looks.some(({ items }) => items.length > 0)) {
    return { fact, what, seen: "unseen", lookAt };
  }
  return { fact, what, seen: "as-asked", eye: first.eye ?? "report" };
}
