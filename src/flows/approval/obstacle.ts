import type { Fault } from "../model/fault.ts";
import type { Instant, RequestId } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Reopening } from "../tenant/effect-times.ts";
import type { PendingLook } from "./approval.ts";

/**
 * What stands in the way of a step, found right before it. Who finds one writes nothing down: `recordObstacle` of the
 * workflow is the one place that does.
 */
export type Obstacle =
  /** No change window is open, or a freeze holds. */
  | ({ readonly kind: "window-closed" } & Reopening)
  /** The approval counts no more, for this reason. */
  | { readonly kind: "approval-lapsed"; readonly why: Lapse }
  /** The approval was for something else than what is pending now. */
  | { readonly kind: "approval-void"; readonly look: PendingLook }
  /** Nobody can tell: something outside did not answer. */
  | { readonly kind: "fault"; readonly error: Fault }
  /** Our own rules forbid it, in words for people. */
  | { readonly kind: "refused"; readonly words: string }
  /** Until these requests have had their turn nothing else is made pending in the tenant. */
  | {
      readonly kind: "others-first";
      readonly for: readonly RequestId[];
      readonly gathersUntil: Instant;
    }
  /** A step of a clean-up would undo what is gone already. */
  | { readonly kind: "nothing-to-undo" };

/** What can stand in the way of what rests on an approval. */
export type ApprovalObstacle = Extract<
  Obstacle,
  { readonly kind: "window-closed" | "approval-lapsed" | "approval-void" | "fault" }
>;

type Lapse = Omit<Extract<Event, { kind: "approval-lapsed" }>, "kind">;
