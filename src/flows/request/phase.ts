import type { Outside } from "../model/fault.ts";
import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { PendingChanges } from "../model/pending.ts";
import type { StepName } from "../tasks/step.ts";
import type { Reopening } from "../tenant/effect-times.ts";
import type { ApprovalAsked } from "./approval-asked.ts";
import type { Delegate } from "./event.ts";
import type { GivenApproval } from "./given-approval.ts";

/** Where a request stands, and for whom it waits. */
export type Phase =
  /** A workflow is at it. `since` is the version at which the work began: it names the workflow. */
  | { readonly kind: "working"; readonly since: number }
  | {
      readonly kind: "waiting-for-person";
      readonly step: StepName;
      readonly handedAt: Instant;
      readonly expiresAt: Instant;
      /** The end of the last outage by which the deadline was moved. */
      readonly restedUntil?: Instant;
      /** When the change window closes in which an activation was handed over. */
      readonly windowClosesAt?: Instant;
      /** How what the task's page shows is stored by hand, where the bot has no page for it. */
      readonly commands?: readonly string[];
      /** That moment has come, and nobody has said that it is done. */
      readonly isWindowOver?: true;
      /** No eye can check it: Done is taken on trust. */
      readonly isOnTrust?: true;
      /** Of an activation: whether its doer has pressed Start. Absent where there is nothing to start. */
      readonly start?: Start;
    }
  /** Other requests of the tenant come first, or go live together with it. */
  | {
      readonly kind: "waiting-for-release";
      /** What it comes to next: its approval before the activation, or a step that would make something pending. */
      readonly heldAt: StepName;
      readonly since: Instant;
      /** So long it waits for requests that are on the way. */
      readonly gathersUntil: Instant;
      /** The requests that it waits for. */
      readonly for: readonly RequestId[];
      /** The release that it is a part of; absent before there is one. */
      readonly release?: RequestId;
    }
  /** Approved, and outside of the tenant's change windows. */
  | ({ readonly kind: "waiting-for-window" } & Reopening)
  | ApprovalWait
  | AnswerWait
  /** What a step needs outside is away. It is tried again by itself at `retryAt`. */
  | {
      readonly kind: "waiting-for-outside";
      readonly step: StepName;
      readonly outside: Outside;
      readonly words: string;
      readonly since: Instant;
      /** When the last try ended. */
      readonly triedAt: Instant;
      readonly retryAt: Instant;
      /** Nothing is away: since then the effect of something that was sent is waited for. */
      readonly sentAt?: Instant;
    }
  /** A step failed in a way that trying again at once does not mend. */
  | {
      readonly kind: "stuck";
      readonly step: StepName;
      readonly words: string;
      /** The field of the form that it is about, where Workday's refusal says so. */
      readonly field?: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: "done" }
  | { readonly kind: "ended" };

/** A card is out for approvers. */
export interface ApprovalWait {
  readonly kind: "waiting-for-approval";
  readonly asked: ApprovalAsked;
  /** The approvals that count so far, fewer than are needed. */
  readonly given: readonly GivenApproval[];
  /** Who decided for whom when people were called last; absent: nobody. */
  readonly standIns?: readonly Delegate[];
  /** How many of the configured times for a reminder have come. */
  readonly reminded: number;
  /** Outages in which nobody could approve: what is due is due so much later. */
  readonly rest?: { readonly ms: number; readonly until: Instant };
  /** The parts whose second list was called. Absent: of none, or of the card's own before there were several. */
  readonly called?: readonly RequestId[];
  /** Somebody said *Not now*, and the approvers were not called again since. */
  readonly postponed?: Postponed;
}

/** An approver sent it back with a question, which stands last among the request's. */
export interface AnswerWait {
  readonly kind: "waiting-for-answer";
  /** Where it goes on once it is answered. Absent: it was a part of a release, and waits for its activation anew. */
  readonly back?: ApprovalWait;
  readonly since: Instant;
  /** How many of the configured times its requester was reminded at. Absent: none. */
  readonly reminded?: number;
  readonly expiresAt: Instant;
}

/** An approver's *Not now*. */
export interface Postponed {
  readonly by: PersonId;
  readonly for?: PersonId;
  readonly at: Instant;
  readonly reason?: string;
  readonly askAgainAt: Instant;
}

/** The look right before a person activates. */
export type Start =
  | {
      readonly kind: "needed";
      /** Somebody had pressed it, and may have activated. */
      readonly wasStarted?: true;
    }
  | { readonly kind: "started"; readonly by: PersonId; readonly until: Instant };

/** As many as were asked for, all for the same. */
export interface WholeApproval {
  readonly given: readonly GivenApproval[];
  readonly digest: string;
  /** What was shown as pending; an approval that nobody was shown saw nothing. */
  readonly pending: PendingChanges;
  /** Its card said that the activation follows from it. Absent: it did not. */
  readonly follows?: true;
  /** It was given to the plan, and what was seen before the activation is exactly that. Absent: it was not. */
  readonly isFollowed?: true;
  /** Its card was one of an emergency. Absent: it was not. */
  readonly isEmergency?: true;
}

export type ReleaseWait = Extract<Phase, { kind: "waiting-for-release" }>;
export type OutsideWait = Extract<Phase, { kind: "waiting-for-outside" }>;

/** Tries in a row that were in vain since something outside is away. */
export interface Delay {
  readonly step: StepName;
  readonly outside: Outside;
  readonly attempt: number;
  readonly since: Instant;
  /** When people heard of it last. */
  readonly toldAt: Instant;
  /** When something was sent last that is not sent again while its effect may still come. */
  readonly sentAt?: Instant;
}
