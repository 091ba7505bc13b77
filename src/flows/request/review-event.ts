import type { Instant, PersonId } from "../model/ids.ts";

/** What approvers answer besides yes and no, and what the requester answers them. */
export type ReviewEvent =
  /** *Not now*: nothing is decided, and nobody is reminded before that moment. The card's deadline stays. */
  | {
      readonly kind: "postponed";
      readonly by: PersonId;
      /** For whom, when it was said for somebody who is away. */
      readonly for?: PersonId;
      readonly reason?: string;
      readonly askAgainAt: Instant;
    }
  /** Nobody can approve it before the question is answered; the time to decide stands still until then. */
  | {
      readonly kind: "sent-back";
      readonly by: PersonId;
      readonly for?: PersonId;
      readonly question: string;
      /** When it expires without an answer. */
      readonly expiresAt: Instant;
    }
  /** Nobody has answered by the first `due` of the configured times. */
  | { readonly kind: "answer-reminded"; readonly due: number; readonly expiresAt: Instant }
  /** The approval goes on where it was. */
  | {
      readonly kind: "answered";
      readonly by: PersonId;
      readonly answer: string;
      /** Until when approvers can decide from now on. Absent: it was a part of a release, and another card follows. */
      readonly expiresAt?: Instant;
    };

const kinds = ["postponed", "sent-back", "answer-reminded", "answered"] as const;

export function isReviewEvent(event: { readonly kind: string }): event is ReviewEvent {
  return kinds.some((kind) => kind === event.kind);
}

/** An approver's question, with the answer once there is one. */
export interface Question {
  readonly by: PersonId;
  readonly for?: PersonId;
  readonly at: Instant;
  readonly question: string;
  readonly answer?: { readonly by: PersonId; readonly at: Instant; readonly words: string };
}
