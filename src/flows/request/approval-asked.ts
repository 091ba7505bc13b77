import type { Instant } from "../model/ids.ts";
import type { ApprovalStep } from "../tasks/step.ts";
import type { Reopening } from "../tenant/effect-times.ts";
import type { GoesLive } from "./other-request.ts";
import type { ReleasePart } from "./release-event.ts";

/** What an approver is shown, and what an approval counts for. */
export interface ApprovalAsked extends GoesLive, Partial<Reopening> {
  /** Which of the plan's approvals: of what goes live, or of everything that follows. */
  readonly step: ApprovalStep;
  /** Digest of plan and pending changes; it travels in the buttons. */
  readonly digest: string;
  /** Of a plan: its activation follows where it shows exactly what was approved. Absent: it is asked for. */
  readonly follows?: true;
  /** Of a roll back outside of the change windows: it takes effect at once. Absent: it waits for one. */
  readonly isEmergency?: true;
  /** Why it is asked although its plan was approved, line by line; absent where it was not. */
  readonly again?: readonly string[];
  /** How many people have to approve; of a release, for the part that needs most. */
  readonly needed: number;
  /** Of a release: what each of its parts needs. */
  readonly parts?: readonly ReleasePart[];
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
}
