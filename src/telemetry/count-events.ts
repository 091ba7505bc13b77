import type { Event } from "../flows/request/event.ts";
import type { Request } from "../flows/request/request.ts";

/** What was recorded of a request in one transaction, and what the request was before; nothing where it was opened. */
export interface Occurrence {
  readonly request: Request;
  readonly before: Request | undefined;
  readonly events: readonly Event[];
}

export type ApprovalOutcome =
  | "asked"
  | "approved"
  | "denied"
  | "withdrawn"
  | "expired"
  | "voided"
  | "lapsed"
  | "escalated";

/** What the events mean for an approval, in order. A request that closes counts only while it waits for one. */
export function listApprovalOutcomes({ before, events }: Occurrence): readonly ApprovalOutcome[] {
  const isWaiting = before?.phase.kind === "waiting-for-approval";
  return events.flatMap((event) => {
    if (event.kind === "closing") return isWaiting ? [event.closing.kind] : [];
    const outcome = outcomes[event.kind];
    return outcome === undefined ? [] : [outcome];
  });
}

const outcomes: Partial<Record<Event["kind"], ApprovalOutcome>> = {
  "approval-asked": "asked",
  approved: "approved",
  "approval-voided": "voided",
  "approval-lapsed": "lapsed",
  escalated: "escalated",
};

/** The steps after which it is stuck. */
export function listFailedSteps({ events }: Occurrence): readonly string[] {
  return events.flatMap((event) =>
    event.kind === "step-failed" || event.kind === "person-refused" ? [event.step] : [],
  );
}
