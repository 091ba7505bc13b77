import { type ApprovalStep, ofActivation, type Step, type StepName } from "../tasks/step.ts";
import type { Event } from "./event.ts";
import { type GivenApproval, givenTo } from "./given-approval.ts";
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
  const { pending, follows, isEmergency, step } = phase.asked;
  const promised = { ...(follows && { follows }), ...(isEmergency && { isEmergency }) };
  const approval = { given, digest, pending, ...promised };
  return { approval, finished: union(finished, step) };
}

/** Makes the approval of a plan one of what was seen: by the same people, at the same moments. */
export function withFollowed(
  request: Approved,
  { digest, pending, given = givenTo(request) }: Followed,
): Required<Approved> {
  return {
    approval: { given, digest, pending, isFollowed: true },
    finished: union(request.finished, ofActivation),
  };
}

type Followed = Extract<Event, { kind: "approval-followed" }>;

interface Approved {
  readonly approval?: WholeApproval;
  readonly finished: readonly StepName[];
}

/** The approval that the next steps of a request rest on. */
export function lastApproved({
  plan,
  finished,
}: {
  readonly plan: readonly Step[];
  readonly finished: readonly StepName[];
}): ApprovalStep | undefined {
  const approvals = plan.filter((step) => step.hand === "approver");
  return approvals.findLast(({ name }) => finished.includes(name))?.name;
}
