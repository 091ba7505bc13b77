import { hasChanged } from "../lifecycle/has-changed.ts";
import { listPerhapsDone } from "../planning/one-go.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies, changesPolicies } from "../step-kinds/facts.ts";
import type { Step } from "../tasks/step.ts";

/** Where a request stands on its way to an activation of the tenant's pending security policy changes. */
export type ReleaseStanding =
  /** Nothing of it becomes pending now: it has no activation before it, or somebody else's turn comes first. */
  | "aside"
  /** Machines are at it, up to its activation. */
  | "on-the-way"
  /** Some of its changes are pending, or may be, and not all; or they are being taken back. */
  | "half-made"
  /** All that it changes is pending, and it waits for its turn to be shown. */
  | "queued"
  /** It is a part of a release. */
  | "joined"
  /** It is shown to approvers, or approved: until its outcome nothing else is made pending. */
  | "posted";

/** Tells where an unfinished request stands, from itself alone. */
export function standingOf(request: Request): ReleaseStanding {
  const { plan, closing } = request;
  if (closing !== undefined) return remains(request) ? "half-made" : "aside";
  const at = findActivation(request);
  const next = plan.findIndex(({ name }) => !request.finished.includes(name));
  if (next < 0 || at < next) return "aside";
  const asks = approvalBefore(plan, at);
  if (next > asks) return "posted";
  return next === asks ? standingAtApproval(request) : standingBefore(request, plan.slice(0, asks));
}

/** Whether the next thing to do is to ask for the approval of its activation. */
export function comesToActivation(request: Request): boolean {
  const { plan, finished, closing } = request;
  const at = findActivation(request);
  const next = plan.findIndex(({ name }) => !finished.includes(name));
  return closing === undefined && at >= 0 && next >= 0 && next === approvalBefore(plan, at);
}

/** Where its activation stands in the plan, until it was made: who is asked once more after that makes nothing else live. */
function findActivation({ plan, finished }: Pick<Request, "plan" | "finished">): number {
  return plan.findIndex(({ name }) => activatesPolicies(name) && !finished.includes(name));
}

/** Where the plan asks for the approval of its activation. */
function approvalBefore(plan: readonly Step[], activation: number): number {
  return plan.slice(0, activation).findLastIndex(({ hand }) => hand === "approver");
}

/** Whether a clean-up has still to take back what is pending. */
function remains({ plan, finished, phase }: Request): boolean {
  if (phase.kind === "ended") return false;
  return plan.some(({ name }) => changesPolicies(name) && !finished.includes(name));
}

/** Who cannot look at what is pending comes to it as soon as that works again; a release keeps its requests till then. */
function standingAtApproval({ phase, members }: Request): ReleaseStanding {
  if (phase.kind === "waiting-for-release")
    return phase.release === undefined ? "queued" : "joined";
  if (phase.kind === "waiting-for-approval" || phase.kind === "waiting-for-answer") return "posted";
  if (phase.kind === "stuck" && members !== undefined) return "on-the-way";
  const isComing = phase.kind === "working" || phase.kind === "waiting-for-outside";
  return isComing ? "on-the-way" : "aside";
}

function standingBefore(request: Request, steps: readonly Step[]): ReleaseStanding {
  const { finished, phase } = request;
  if (hasChanged(request)) return "half-made";
  const left = steps.filter(({ name }) => !finished.includes(name));
  if (phase.kind !== "working") return "aside";
  const [next] = left;
  // A machine may begin that step in this very moment, whoever does what comes after it.
  if (next !== undefined && next.hand !== "person" && changesPolicies(next.name))
    return "half-made";
  const isByMachine = left.every(({ hand }) => hand !== "person" && hand !== "approver");
  return isByMachine ? "on-the-way" : "aside";
}

/**
 * Whether it was edited after something had been begun: what a person did in one go with that may be pending, though nobody
 * said so, and other hands may take it back.
 */
export function mayHoldFromBefore({ earlier, finished }: Request): boolean {
  return earlier.length > 0 && !finished.some(activatesPolicies);
}

/**
 * Whether a person was handed a task that makes something pending, by itself or in one go with others, and has not said that
 * it is done, or was before an edit: half of it may be.
 */
export function mayBeHalfMadeByHand(request: Request): boolean {
  const { plan, finished } = request;
  const perhaps = listPerhapsDone(request);
  const isHanded = plan.some(
    ({ name, hand }) =>
      hand === "person" &&
      changesPolicies(name) &&
      perhaps.includes(name) &&
      !finished.includes(name),
  );
  return (isHanded || mayHoldFromBefore(request)) && standingOf(request) === "aside";
}

/**
 * Whether it can go live together with others: it changes something, and nothing has to be done between its approval and
 * its activation.
 */
export function canJoin({ plan, members }: Pick<Request, "plan" | "members">): boolean {
  const at = plan.findIndex(({ name }) => activatesPolicies(name));
  const before = at < 0 ? [] : plan.slice(0, at);
  const isReady = before.at(-1)?.hand === "approver";
  return members === undefined && isReady && before.some(({ name }) => changesPolicies(name));
}
