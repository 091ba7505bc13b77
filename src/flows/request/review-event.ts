import type { Instant, PersonId } from "../model/ids.ts";

/** What approvers answer besides yes and no. */
export type ReviewEvent =
  /** *Not now*: nothing is decided, and nobody is reminded before that moment. The card's deadline stays. */
  {
    readonly kind: "postponed";
    readonly by: PersonId;
    /** For whom, when it was said for somebody who is away. */
    readonly for?: PersonId;
    readonly reason?: string;
    readonly askAgainAt: Instant;
  };

const kinds = ["postponed"] as const;

export function isReviewEvent(event: { readonly kind: string }): event is ReviewEvent {
  return kinds.some((kind) => kind === event.kind);
}
