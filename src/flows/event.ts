import type { Draft } from "./draft.ts";
import type { Instant, PersonId, RequestId } from "./ids.ts";
import type { PendingChanges, PendingDifference } from "./pending.ts";
import type { Step, StepName } from "./plan.ts";
import type { PersonRefusal } from "./refusal.ts";
import type { Verification, VerificationItem } from "./verification.ts";

/** Why a request ends without the user it asked for. */
export type Closing =
  | { readonly kind: "denied"; readonly by: PersonId; readonly reason: string }
  | { readonly kind: "withdrawn"; readonly by: PersonId }
  /** Nobody decided, or nobody acted, in time. */
  | { readonly kind: "expired" };

/** What an approver is shown, and what an approval counts for. */
export interface ApprovalAsked {
  /** Digest of plan and pending changes; it travels in the buttons. */
  readonly digest: string;
  readonly pending: PendingChanges;
  /** How many people have to approve. */
  readonly needed: number;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
}

/** Somebody who approved, and by now may not. */
export interface Lapsed {
  readonly person: PersonId;
  readonly why: PersonRefusal;
}

export interface SecretReference {
  readonly name: string;
  readonly version: string;
  /** `https://{vault}.vault.azure.net/secrets/{name}`, without and with the version. */
  readonly url: string;
  readonly versionedUrl: string;
}

/** What trying to read one domain as the new user showed. A Get proves Get, and nothing else. */
export type ProbeOutcome =
  | { readonly kind: "verified"; readonly domain: string; readonly operation: string }
  /** Workday understood and said no. */
  | { readonly kind: "refused"; readonly domain: string; readonly operation: string }
  /** No answer that says anything about the permission. */
  | { readonly kind: "unanswered"; readonly domain: string; readonly words: string }
  /** No read is known that shows this permission. */
  | { readonly kind: "not-probed"; readonly domain: string; readonly access: string };

/** Something that an ended request leaves in the tenant or the vault until it is verified gone. */
export interface LeftBehind {
  /** A stable name, such as `account` or `security-group`. */
  readonly what: "integration-system" | "account" | "security-group" | "permissions" | "secret";
  readonly words: string;
}

/** Facts that steps bring home and later steps need. */
export interface Facts {
  readonly systemId?: string;
  readonly systemWid?: string;
  readonly userWid?: string;
  readonly secret?: SecretReference;
  readonly probes?: readonly ProbeOutcome[];
  /** What was asked against what the tenant showed at the end. */
  readonly verification?: Verification;
  /** Permissions asked for that the pending report did not show when the card was made. */
  readonly unseen?: readonly string[];
}

/** What happened to a request. The list of these is its story; `at` and `by` stand beside each. */
export type Event =
  | {
      readonly kind: "opened";
      readonly id: RequestId;
      readonly by: PersonId;
      readonly draft: Draft;
      readonly plan: readonly Step[];
    }
  /** Written before the step acts. */
  | { readonly kind: "step-begun"; readonly step: StepName }
  | {
      readonly kind: "step-finished";
      readonly step: StepName;
      readonly facts: Facts;
      /** Who carried it out, when it was a person. */
      readonly by?: PersonId;
      readonly note?: string;
    }
  | { readonly kind: "handed-over"; readonly step: StepName; readonly expiresAt: Instant }
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
      readonly expiresAt: Instant;
    }
  | { readonly kind: "retried"; readonly by: PersonId }
  | {
      readonly kind: "approval-asked";
      readonly asked: ApprovalAsked;
      readonly unseen: readonly string[];
    }
  | { readonly kind: "approved"; readonly by: PersonId; readonly digest: string }
  /** Nobody, or not enough people, have approved by the first `due` of the configured times. */
  | { readonly kind: "reminded"; readonly due: number; readonly expiresAt: Instant }
  /** From now on those on the second list may approve too. */
  | { readonly kind: "escalated"; readonly expiresAt: Instant }
  /** What is pending has changed since it was shown: the approval counts for nothing. */
  | { readonly kind: "approval-voided"; readonly difference: PendingDifference }
  /**
   * Asked again right before the hand-over, these may not approve any more: the approval is void. Nobody is
   * named when the configuration asks for more people by now.
   */
  | { readonly kind: "approval-lapsed"; readonly people: readonly Lapsed[] }
  | {
      readonly kind: "closing";
      readonly closing: Closing;
      readonly plan: readonly Step[];
    }
  /** A step of the clean-up that could not be carried out. What that leaves is looked for at the end. */
  | { readonly kind: "gave-up"; readonly step: StepName; readonly words?: string }
  /** Found in the tenant or the vault after the clean-up. */
  | { readonly kind: "left-behind"; readonly item: LeftBehind }
  | { readonly kind: "gone"; readonly what: LeftBehind["what"] }
  /** The plan is carried out. A request from before there was a verification has none. */
  | { readonly kind: "done"; readonly verification?: Verification }
  | { readonly kind: "ended" }
  /** A later look found other differences than were told before; none: the tenant is as asked again. */
  | { readonly kind: "drifted"; readonly items: readonly VerificationItem[] };

/** An event as it is kept. */
export interface Recorded {
  /** 1 for the first event of a request. */
  readonly seq: number;
  readonly at: Instant;
  readonly event: Event;
}
