import type { Phase } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import { standingOf } from "./standing.ts";

/** An activation that was handed over and whose outcome nobody knows yet waits so. */
const waitsForOutcome: ReadonlySet<Phase["kind"]> = new Set<Phase["kind"]>([
  "waiting-for-person",
  "waiting-for-outside",
  "stuck",
]);

/**
 * Whether its activation may be made in this moment: it is approved and about to look for the last time, or was handed over
 * and has no outcome yet. Who waits for others before that look is not.
 */
export function isGoingLive(request: Request): boolean {
  if (standingOf(request) !== "posted") return false;
  const { phase, begun } = request;
  const isHanded = begun.some(activatesPolicies) && waitsForOutcome.has(phase.kind);
  return phase.kind === "working" || isHanded;
}

/** A person takes back what it made: whoever has a card of their own sees it there, named, and does not wait for that. */
export function isTakenBackByHand({ closing, phase }: Request): boolean {
  return closing !== undefined && phase.kind === "waiting-for-person";
}

/**
 * What an activation waits for right before its last look: more of it may become pending between that and the outcome. What
 * is not begun by then waits for the outcome.
 */
export function listUnderWay(me: Request, all: readonly Request[]): readonly Request[] {
  return all.filter(
    (one) => one.id !== me.id && standingOf(one) === "half-made" && !isTakenBackByHand(one),
  );
}

/**
 * Requests of the same tenant whose clean-up a machine is at in this moment: what it takes back may show nowhere yet, so a
 * person begins no activation beside it. What else is half made the look finds, and it may wait for this activation.
 */
export function listTakingBack(me: Request, all: readonly Request[]): readonly Request[] {
  return listUnderWay(me, all).filter(
    ({ closing, phase }) => closing !== undefined && phase.kind === "working",
  );
}

/** Whether it is approved and waits for what others have half made: who waits for it in turn would wait for ever. */
export function letsHalfMadeGoOn(request: Request): boolean {
  return standingOf(request) === "posted" && request.phase.kind === "waiting-for-release";
}

/**
 * What a step waits for that takes back what is pending: an activation in this moment, a machine's or one that a person has
 * said to begin. Before they do, it is looked at again.
 */
export function listAtWork(all: readonly Request[]): readonly Request[] {
  return all.filter((one) => isGoingLive(one) && (one.phase.kind === "working" || isStarted(one)));
}

/** It counts for a quarter of an hour, so that nobody waits for longer. */
function isStarted({ phase }: Request): boolean {
  return phase.kind === "waiting-for-person" && phase.start?.kind === "started";
}
