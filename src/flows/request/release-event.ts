import type { Instant, RequestId } from "../model/ids.ts";
import type { PendingChanges } from "../model/pending.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { GivenApproval } from "./given-approval.ts";

/** A part of a release that needs approvers by rules of its own. */
export interface ReleasePart {
  /** A request of the release; the release itself for everything that none of them asked for. */
  readonly request: RequestId;
  readonly needed: number;
}

/** What happens where requests of a tenant go live together. */
export type ReleaseEvent =
  /** Other requests of the tenant come first, or may go live together with it. */
  | {
      readonly kind: "release-awaited";
      readonly heldAt: StepName;
      readonly gathersUntil: Instant;
      readonly for: readonly RequestId[];
    }
  /** It goes live with this release, together with others. */
  | {
      readonly kind: "release-joined";
      readonly heldAt: StepName;
      readonly release: RequestId;
      readonly unseen: readonly string[];
    }
  /** Of a release: these requests are in it from now on, and this is its plan. */
  | {
      readonly kind: "gathered";
      readonly members: readonly RequestId[];
      readonly plan: readonly Step[];
    }
  /** The release that it is a part of was activated, by these approvals of this request. */
  | {
      readonly kind: "released";
      /** From its approval to its activation. */
      readonly steps: readonly StepName[];
      readonly release: RequestId;
      readonly given: readonly GivenApproval[];
      readonly digest: string;
      /** What of it went live, as its approvers were shown it. */
      readonly pending: PendingChanges;
    };

const kinds = ["release-awaited", "release-joined", "gathered", "released"] as const;

export function isReleaseEvent(event: { readonly kind: string }): event is ReleaseEvent {
  return kinds.some((kind) => kind === event.kind);
}
