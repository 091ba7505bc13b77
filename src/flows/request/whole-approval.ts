import { ofActivation, type StepName } from "../tasks/step.ts";
import type { Event } from "./event.ts";
import type { GivenApproval } from "./given-approval.ts";
import type { Phase, WholeApproval } from "./phase.ts";
import { union } from "./union.ts";

/** What the last of those asked for makes whole; an approval that nobody was shown saw nothing. */
export function toWhole(
  { phase, finished }: Approved & { readonly phase: Phase },
  given: readonly GivenApproval[],
  { digest }: Extract<Event, { kind: "approved" }>,
): Required<Approved> {
  if (phase.kind !== "waiting-for-approval") {
    const approval = { given, digest, pending: { kind: "cannot-see" } } as const;
    return { approval, finished: union(finished, ofActivation) };
  }
  const { pending, follows, step } = phase.asked;
  const approval = { given, digest, pending, ...(follows && { follows }) };
  return { approval, finished: union(finished, step) };
}

/** Makes the approval of a plan one of what was seen: by the same people, at the same moments. */
export function withFollowed(
  { approval, finished }: Approved,
  { digest, pending }: Extract<Event, { kind: "approval-followed" }>,
): Required<Approved> {
  return {
    approval: { given: approval?.given ?? [], digest, pending, isFollowed: true },
    finished: union(finished, ofActivation),
  };
}

interface Approved {
  readonly approval?: WholeApproval;
  readonly finished: readonly StepName[];
}
