import type { Verification } from "../../flows/model/verification.ts";
import type { ProbeOutcome } from "../../flows/request/step-facts.ts";

/** One sentence with the numbers. */
export function countProbes(probes: readonly ProbeOutcome[]): string {
  const numbers = { verified: 0, refused: 0, unanswered: 0, "not-probed": 0 };
  for (const { kind } of probes) numbers[kind] += 1;
  return `Signed on as the new user. Reads: ${numbers.verified} answered, ${numbers.refused} refused, ${numbers.unanswered} without an answer; no read is known for ${numbers["not-probed"]}.`;
}

/**
 * One plain line for each domain. A Get proves Get, and the line claims no more; what no harmless read shows is shown by
 * what the tenant lists of its groups' permissions, or by nothing.
 *
 * @param verification what the request ended with
 */
export function listProbes(
  probes: readonly ProbeOutcome[],
  verification: Verification | undefined,
): readonly string[] {
  return probes
    .toSorted((one, other) => rank[one.kind] - rank[other.kind])
    .map((probe) => describeProbe(probe, verification));
}

/** What needs a look comes first. */
const rank: Record<ProbeOutcome["kind"], number> = {
  refused: 0,
  unanswered: 1,
  "not-probed": 2,
  verified: 3,
};

function describeProbe(probe: ProbeOutcome, verification: Verification | undefined): string {
  switch (probe.kind) {
    case "verified":
      return `${probe.domain}: Get verified (${probe.operation} answered)`;
    case "refused":
      return `${probe.domain}: refused (${probe.operation}). Usually the domain has another name in this tenant, or it is not granted or not active yet`;
    case "unanswered":
      return `${probe.domain}: not shown by a read, ${probe.words}`;
    case "not-probed":
      return `${probe.domain}: ${describeListed(probe, verification)}`;
  }
}

/** A look at what groups may do names each permission that is missing or that it did not see. */
function describeListed(
  { access, domain }: Extract<ProbeOutcome, { readonly kind: "not-probed" }>,
  verification: Verification | undefined,
): string {
  const permission = `${access} on ${domain}`;
  const said = verification?.items.find(
    ({ words }) =>
      words.startsWith(`${permission}: not seen.`) || words.startsWith(`${permission} is `),
  );
  if (verification === undefined || said?.kind === "unseen") {
    return `${access} not seen. No harmless read shows it, and the tenant showed no list of what its groups may do (WQL or a report)`;
  }
  return said === undefined
    ? `${access} seen in what the tenant lists of its groups (WQL or a report). No harmless read shows it`
    : `${access} is not as asked, as the tenant lists it`;
}
