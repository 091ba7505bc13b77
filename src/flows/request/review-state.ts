import type { Instant } from "../model/ids.ts";
import type { Phase } from "./phase.ts";
import type { ReviewEvent } from "./review-event.ts";

/** The wait for approvers after one of them answered neither yes nor no; any other phase stays as it is. */
export function moveReview(phase: Phase, event: ReviewEvent, at: Instant): Phase {
  if (phase.kind !== "waiting-for-approval") return phase;
  const { kind: _postponed, ...said } = event;
  return { ...phase, postponed: { ...said, at } };
}
