import type { ProbeOutcome } from "../../flows/request/event.ts";

/** One sentence with the numbers. */
export function countProbes(probes: readonly ProbeOutcome[]): string {
  const numbers = { verified: 0, refused: 0, unanswered: 0, "not-probed": 0 };
  for (const { kind } of probes) numbers[kind] += 1;
  return `Signed on as the new user. Reads: ${numbers.verified} answered, ${numbers.refused} refused, ${numbers.unanswered} without an answer; no read is known for ${numbers["not-probed"]}.`;
}

/** One plain line for each domain. A Get proves Get, and the line claims no more. */
export function listProbes(probes: readonly ProbeOutcome[]): readonly string[] {
  return probes.toSorted((one, other) => rank[one.kind] - rank[other.kind]).map(describeProbe);
}

/** What needs a look comes first. */
const rank: Record<ProbeOutcome["kind"], number> = {
  refused: 0,
  unanswered: 1,
  "not-probed": 2,
  verified: 3,
};

function describeProbe(probe: ProbeOutcome): string {
  switch (probe.kind) {
    case "verified":
      return `${probe.domain}: Get verified (${probe.operation} answered)`;
    case "refused":
      return `${probe.domain}: refused (${probe.operation}). Usually the domain has another name in this tenant, or it is not granted or not active yet`;
    case "unanswered":
      return `${probe.domain}: not shown by a read, ${probe.words}`;
    case "not-probed":
      return `${probe.domain}: ${probe.access} not probed, no read is known that shows it`;
  }
}
