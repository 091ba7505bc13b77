import {
  type Attestation,
  type EyeName,
  isSameList,
  type JudgedFact,
  listDifferences,
  listUnseenFacts,
  type Verification,
  type VerificationItem,
} from "../../flows/model/verification.ts";
import { capitalize } from "../../flows/text/capitalize.ts";
import { mention } from "../blocks/mrkdwn.ts";

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

/** One sentence in `mrkdwn`: what the comparison came to, counted. */
export function describeVerification(
  verification: Verification,
  attested: readonly Attestation[] = [],
): string {
  const { facts = [], items } = verification;
  if (facts.length === 0) return describeUncounted(verification);
  const seen = facts.filter((one) => one.seen === "as-asked").length;
  if (seen === facts.length) return `Works: all ${seen} seen as asked.`;
  const unseen = listUnseenFacts(verification);
  const blind =
    unseen.length === 0
      ? ""
      : `; ${unseen.length} that nobody can see here${tellWho(unseen, attested)}`;
  const counted = `${seen} of ${facts.length} seen as asked${blind}.`;
  const differences = listDifferences(items).length;
  if (differences > 0) return `${differences} not as asked; ${counted}`;
  return hasWorked(facts) ? `Works: ${counted}` : capitalize(counted);
}

/** Something was done as the account itself, or with its client. */
function hasWorked(facts: readonly JudgedFact[]): boolean {
  return facts.some(({ eye }) => eye === "sign-on" || eye === "probe" || eye === "client-call");
}

function tellWho(unseen: readonly JudgedFact[], attested: readonly Attestation[]): string {
  const named = new Set(unseen.map(({ fact }) => fact));
  const theirs = attested.filter(({ fact }) => named.has(fact));
  if (theirs.length === 0) return "";
  const count = new Set(theirs.map(({ fact }) => fact)).size;
  const people = [...new Set(theirs.map(({ by }) => mention(by)))];
  return `, ${count} attested by ${people.join(", ")}`;
}

/** What nobody saw as asked: what it is, by what it was seen, and where a person sees it. */
export function describeFact({ what, eye, lookAt = "" }: JudgedFact): string {
  const by = eye === undefined ? "" : ` (seen by ${eyeNames[eye]})`;
  return `${what}${by}. ${lookAt}`.trimEnd();
}

/** What was seen as asked: a line for each eye. */
export function listSeen({ facts = [] }: Verification): readonly string[] {
  const byEye = new Map<EyeName, readonly string[]>();
  for (const { seen, eye = "report", what } of facts) {
    if (seen === "as-asked") byEye.set(eye, [...(byEye.get(eye) ?? []), what]);
  }
  return [...byEye].map(
    ([eye, whats]) => `By ${eyeNames[eye]} (${whats.length}): ${whats.join("; ")}`,
  );
}

const eyeNames: Record<EyeName, string> = {
  "web-service": "Workday's web services",
  report: "a custom report",
  wql: "WQL",
  implementation: "the implementation service",
  pending: "the lists of what is pending",
  "sign-on": "a sign-on with the new password, when it was issued",
  probe: "a read as the new user, when its password was issued",
  "client-call": "a call with the client's token, when its values were stored",
  vault: "Key Vault",
  "sign-on-log": "the tenant's log of sign-ons",
  "activity-log": "the tenant's activity log",
};

/** A verdict from before its facts were counted. */
function describeUncounted({ outcome, items }: Verification): string {
  switch (outcome) {
    case "verified":
      return "The tenant shows exactly what was asked.";
    case "unverified":
      return `Nothing that was seen differs from what was asked; ${items.length} of it could not be seen.`;
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
