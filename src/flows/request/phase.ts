import type { Instant, PersonId } from "../model/ids.ts";
import type { StepName } from "../tasks/step.ts";
import type { ApprovalAsked } from "./event.ts";
import type { CredentialId } from "./passkey.ts";

/** Where a request stands, and for whom it waits. */
export type Phase =
  /** A workflow is at it. `since` is the version at which the work began: it names the workflow. */
  | { readonly kind: "working"; readonly since: number }
  | {
      readonly kind: "waiting-for-person";
      readonly step: StepName;
      readonly expiresAt: Instant;
      /** When the change window closes in which an activation was handed over. */
      readonly windowClosesAt?: Instant;
      /** How what the task's page shows is stored by hand, where the bot has no page for it. */
      readonly commands?: readonly string[];
      /** That moment has come, and nobody has said that it is done. */
      readonly isWindowOver?: true;
    }
  /** Approved, and outside of the tenant's change windows. */
  | { readonly kind: "waiting-for-window"; readonly opensAt: Instant }
  | {
      readonly kind: "waiting-for-approval";
      readonly asked: ApprovalAsked;
      /** What is given so far, fewer than asked for. */
      readonly given: readonly GivenApproval[];
      /** How many of the configured times for a reminder have come. */
      readonly reminded: number;
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

/** One person's yes to exactly what was shown. */
export interface GivenApproval {
  readonly by: PersonId;
  /** The approver who is away, for whom `by` decided. Both count as one person. */
  readonly for?: PersonId;
  readonly at: Instant;
  /** The passkey that proved it. */
  readonly credential?: CredentialId;
}

export type ApprovalWait = Extract<Phase, { kind: "waiting-for-approval" }>;
