import type { ActivationEffects, BeforeActivation } from "../model/activation-effects.ts";
import type { WhoActivated } from "../model/activity.ts";
import type { Outside } from "../model/fault.ts";
import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { PendingChanges, Voided } from "../model/pending.ts";
import type { JudgedFact, Verification, VerificationItem } from "../model/verification.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Reopening } from "../tenant/effect-times.ts";
import type { ApprovalAsked } from "./approval-asked.ts";
import type { Draft } from "./draft.ts";
import type { Edited } from "./edited.ts";
import type { GivenApproval } from "./given-approval.ts";
import type { CredentialId } from "./passkey.ts";
import type { PersonRefusal } from "./refusal.ts";
import type { ReleaseEvent } from "./release-event.ts";
import type { ReviewEvent } from "./review-event.ts";
import type { Facts } from "./step-facts.ts";

/** Why a request ends without the user it asked for. */
export type Closing =
  | {
      readonly kind: "denied";
      readonly by: PersonId;
      /** For whom, when it was decided for somebody who is away. */
      readonly for?: PersonId;
      readonly reason: string;
    }
  | { readonly kind: "withdrawn"; readonly by: PersonId }
  /** Nobody decided, or nobody acted, in time. */
  | { readonly kind: "expired" };

/** Somebody who approved, and by now may not. */
export interface Lapsed {
  readonly person: PersonId;
  /** For whom they had approved. */
  readonly for?: PersonId;
  /** `delegation-over`: they may not decide for that person any more, or that person may not decide. */
  readonly why: PersonRefusal | "delegation-over";
}

/** Somebody who decides for an approver who is away. */
export interface Delegate {
  readonly by: PersonId;
  readonly for: PersonId;
}

/** Something that an ended request leaves in the tenant or the vault until it is verified gone. */
export interface Leftover {
  /** A stable name, such as `account` or `security-group`. */
  readonly what:
    | "integration-system"
    | "account"
    | "security-group"
    | "permissions"
    | "secret"
    | "api-client"
    | "segment-group"
    | "segments"
    | "learning-content";
  readonly words: string;
}

/** One fact that no eye sees, with its words as they were then. */
type AttestedFact = Pick<JudgedFact, "fact" | "what">;

/** What happened to a request. The list of these is its story; `at` and `by` stand beside each. */
export type Event =
  | {
      readonly kind: "opened";
      readonly id: RequestId;
      readonly by: PersonId;
      readonly draft: Draft;
      readonly plan: readonly Step[];
      /** Who had to do with the ended request whose integration system it takes over. Absent: nobody else. */
      readonly inherited?: readonly PersonId[];
    }
  /** Its requester changed what is asked for: what was approved counts for nothing, and its approval starts anew. */
  | ({ readonly kind: "edited" } & Edited)
  /** Written before the step acts. */
  | {
      readonly kind: "step-begun";
      readonly step: StepName;
      /** Of an activation: what it is compared with afterwards. */
      readonly before?: BeforeActivation;
    }
  | {
      readonly kind: "step-finished";
      readonly step: StepName;
      readonly facts: Facts;
      /** Who carried it out, when it was a person. */
      readonly by?: PersonId;
      readonly note?: string;
      /** No eye could check it: the doer's word was taken. Absent in events from before this was kept. */
      readonly isOnTrust?: true;
    }
  | {
      readonly kind: "handed-over";
      readonly step: StepName;
      readonly expiresAt: Instant;
      /** Of an activation: what it is compared with afterwards. */
      readonly before?: BeforeActivation;
      /** Of an activation: when the change window closes in which it was handed over. */
      readonly windowClosesAt?: Instant;
      /** Of a task whose page shows secrets, where the bot has no page: how they are stored by hand. */
      readonly commands?: readonly string[];
      /** No eye can check it: its doer's word is taken. Absent in events from before this was looked at. */
      readonly isOnTrust?: true;
      /** Of an activation: its doer presses Start first. Absent in events from before there was a Start. */
      readonly needsStart?: true;
    }
  /** What is pending is still what was approved: until then its doer may activate it. */
  | {
      readonly kind: "started";
      readonly step: StepName;
      readonly by: PersonId;
      readonly until: Instant;
      /** What it is compared with afterwards; absent where it may have been activated before. */
      readonly before?: BeforeActivation;
    }
  /** Nobody said that it is done in time: it is looked at again before anybody activates. */
  | { readonly kind: "start-lapsed"; readonly step: StepName }
  | {
      readonly kind: "person-refused";
      readonly step: StepName;
      readonly by: PersonId;
      readonly why: string;
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "step-failed";
      readonly step: StepName;
      readonly words: string;
      /** True when the outside answered; false when nobody knows what became of it. */
      readonly isAnswered: boolean;
      /** It was reported as done all the same. */
      readonly isDone?: true;
      /** Who reported it, when it was a person. */
      readonly by?: PersonId;
      /** What Workday's refusal is about, by the form's name for it. */
      readonly field?: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: "retried"; readonly by: PersonId }
  /** What the step needs outside is away. It is tried again by itself. */
  | {
      readonly kind: "step-delayed";
      readonly step: StepName;
      readonly outside: Outside;
      readonly words: string;
      /** How many tries in a row were in vain, this one included. */
      readonly attempt: number;
      /** When the first of them ended. */
      readonly since: Instant;
      readonly retryAt: Instant;
      /** People hear of this one: the first, and one after hours. */
      readonly isTold?: true;
      /** Nothing is away: the effect of what was sent at this moment is waited for, because it is not sent twice. */
      readonly sentAt?: Instant;
    }
  /** It is time for the next try, or somebody else got through. */
  | { readonly kind: "resumed" }
  /** Nobody could act while something outside was away: the deadline is later by as long. */
  | {
      readonly kind: "rested";
      readonly outside: Outside;
      readonly since: Instant;
      readonly until: Instant;
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "approval-asked";
      readonly asked: ApprovalAsked;
      readonly unseen: readonly string[];
      readonly standIns?: readonly Delegate[];
    }
  | {
      readonly kind: "approved";
      readonly by: PersonId;
      /** For whom, when it was decided for somebody who is away. */
      readonly for?: PersonId;
      readonly digest: string;
      /** The passkey that proved it, where the tenant asks for one. */
      readonly credential?: CredentialId;
      /** Of a release: the parts that it counts for. */
      readonly countsFor?: readonly RequestId[];
      /** Of a request in a release: where it was given. */
      readonly release?: RequestId;
      /** What the approver said with it. */
      readonly note?: string;
    }
  /** One look showed exactly what was approved with the plan, so its activation follows from that approval. */
  | {
      readonly kind: "approval-followed";
      /** By whose approval, and for whom they decided. */
      readonly approvers: readonly PersonId[];
      /** Of a release: the approvals of its requests' plans, each for its own request. */
      readonly given?: readonly GivenApproval[];
      /** Of what was seen: it takes the place of the digest that was approved. */
      readonly digest: string;
      readonly pending: PendingChanges;
    }
  /** Nobody, or not enough people, have approved by the first `due` of the configured times. */
  | {
      readonly kind: "reminded";
      readonly due: number;
      readonly expiresAt: Instant;
      readonly standIns?: readonly Delegate[];
    }
  /** From now on those on the second list may approve too: of a card with parts, for these, by the rules of each. */
  | {
      readonly kind: "escalated";
      readonly expiresAt: Instant;
      readonly parts?: readonly RequestId[];
    }
  /** What is pending has changed since it was shown: the approval counts for nothing. */
  | ({ readonly kind: "approval-voided" } & Voided)
  /**
   * Asked again right before the hand-over, these may not approve any more: the approval is void. Nobody is
   * named when the configuration asks for more people by now, or when the approval is too old.
   */
  | {
      readonly kind: "approval-lapsed";
      readonly people: readonly Lapsed[];
      readonly isTooOld?: true;
    }
  | ReleaseEvent
  | ReviewEvent
  /** It is approved, and outside of the tenant's change windows nothing is activated. */
  | ({ readonly kind: "window-awaited" } & Reopening)
  | { readonly kind: "window-opened" }
  /** The window in which a person was handed the activation is over. They may have done it in time. */
  | { readonly kind: "window-closed" }
  /** The activation took effect; this is what it did beside what was asked. */
  | {
      readonly kind: "went-live";
      readonly live: ActivationEffects;
      /** Absent where the tenant's activity log is not asked. */
      readonly who?: WhoActivated;
    }
  | {
      readonly kind: "closing";
      readonly closing: Closing;
      readonly plan: readonly Step[];
      /** What a person may have done in one go with a task that they were handed, and nobody reported. Absent: nothing. */
      readonly perhaps?: readonly StepName[];
    }
  /** A step of the clean-up that could not be carried out. What that leaves is looked for at the end. */
  | { readonly kind: "gave-up"; readonly step: StepName; readonly words?: string }
  /** Found in the tenant or the vault after the clean-up. */
  | { readonly kind: "left-behind"; readonly item: Leftover }
  | { readonly kind: "gone"; readonly what: Leftover["what"] }
  /** The plan is carried out. A request from before there was a verification has none. */
  | { readonly kind: "done"; readonly verification?: Verification }
  | { readonly kind: "ended" }
  /** A later look found other differences than were told before; none: the tenant is as asked again. */
  | { readonly kind: "drifted"; readonly items: readonly VerificationItem[] }
  /** Somebody asked for another look: this is how things were then, and what of it is told as drift. */
  | {
      readonly kind: "looked-again";
      readonly by: PersonId;
      readonly verification: Verification;
      readonly drift: readonly VerificationItem[];
    }
  /** Somebody else than its doers looked at what no eye sees, and says that it is as asked. */
  | { readonly kind: "attested"; readonly by: PersonId; readonly facts: readonly AttestedFact[] }
  /** Somebody else than the bot signed on with the password that the request issued. */
  | {
      readonly kind: "signed-on";
      readonly signedOnAt: Instant;
      /** Empty where the tenant's log says none. */
      readonly address: string;
      readonly channel: string;
    }
  /** Slack has the card of the wait at hand so long after it began, in milliseconds: its deadlines count from then. */
  | { readonly kind: "card-shown"; readonly afterMs: number };

/** An event as it is kept. */
export interface Recorded {
  /** 1 for the first event of a request. */
  readonly seq: number;
  readonly at: Instant;
  readonly event: Event;
}
