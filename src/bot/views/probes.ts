import type { ProbeOutcome } from "../../flows/event.ts";

/** How far the new account is proven, overall. A permission without an answered read is not verified. */
export function sayProof(probes: readonly ProbeOutcome[]): string {
  const verified = probes.filter(({ kind }) => kind === "verified").length;
  if (verified === 0) return "unverified";
  return verified === probes.length ? "verified" : "partly unverified";
}

/** One sentence with the numbers. */
export function countProbes(probes: readonly ProbeOutcome[]): string {
  const numbers = { verified: 0, refused: 0, unanswered: 0, "not-probed": 0 };
  for (const { kind } of probes) numbers[kind] += 1;
  return `Verification: ${sayProof(probes)} (${numbers.verified} verified, ${numbers.refused} refused, ${numbers.unanswered} without an answer, ${numbers["not-probed"]} not probed).`;
}

/** One plain line for each domain. A Get proves Get, and the line claims no more. */
export function listProbes(probes: readonly ProbeOutcome[]): readonly string[] {
  return probes.toSorted((one, other) => rank[one.kind] - rank[other.kind]).map(sayProbe);
}

/** What needs a look comes first. */
const rank: Record<ProbeOutcome["kind"], number> = {
  refused: 0,
  unanswered: 1,
  "not-probed": 2,
  verified: 3,
};

function sayProbe(probe: ProbeOutcome): string {
  switch (probe.kind) {
    case "verified":
      return `${probe.domain}: Get verified (${probe.operation} answered)`;
    case "refused":
      return `${probe.domain}: refused (${probe.operation}). Usually the domain has another name in this tenant, or it is not granted or not active yet`;
    case "unanswered":
      return `${probe.domain}: unverified, ${probe.words}`;
    case "not-probed":
      return `${probe.domain}: ${probe.access} not probed, so unverified`;
  }
}
