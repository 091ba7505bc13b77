import type { Result } from "../../result.ts";
import type { Tie } from "../authorization/ties.ts";
import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { HeldNow } from "../planning/plan-edit.ts";
import type { Draft } from "../request/draft.ts";
import type { Event } from "../request/event.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";
import type { TaskCheck } from "../tasks/task-check.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { PendingLook } from "./approval.ts";
import type { StartLook } from "./decide-start.ts";
import type { LookedAgain } from "./decide-verdict.ts";

/** What a decision is made from, besides the request. */
export interface DecisionContext {
  readonly by: PersonId;
  readonly at: Instant;
  readonly tenant: Tenant;
  /** For whom `by` may decide; nobody when it is by their own right. */
  readonly standsInFor?: readonly PersonId[];
  /** Of an activation: `by` asked for what it makes live, and the tenant allows that. */
  readonly isOwn?: true;
  /** Who decides for whom in the tenant; read only where the command needs it. */
  readonly ties?: readonly Tie[];
  /** Whether a later request is at the account or its group, or was; read only where the command needs it. */
  readonly isChangedSince?: boolean;
  /** What the tenant shows of the task that somebody says is done; read only where the command needs it. */
  readonly check?: TaskCheck;
  /** Tasks of the same go that the tenant shows as done as well, in the plan's order. */
  readonly also?: readonly StepName[];
  /** The first of them that does not show, and what was seen in place of it. */
  readonly notShown?: { readonly step: StepName; readonly words: readonly string[] };
  /** What the look before an activation by hand came to; read only where the command needs it. */
  readonly started?: StartLook;
  /** What another look came to; read only where the command needs it. */
  readonly looked?: LookedAgain;
  /** What an edit asks for; read only where the command needs it. */
  readonly edit?: Edit;
  /** The release that the request is a part of. */
  readonly release?: Request;
  /** What is pending in the tenant now, with its digest; read only where the command needs it. */
  readonly now?: PendingLook;
}

/** What somebody wants an open request to ask for instead. */
export interface Edit {
  readonly draft: Draft;
  /** Under which name what was typed is kept. */
  readonly typed: RequestId;
  /** How often it had been edited when the form was opened. */
  readonly edits: number;
  readonly held: HeldNow;
  /** Who had to do with the ended request whose integration system it takes over now. Absent: nobody else. */
  readonly inherited?: readonly PersonId[];
}

/** What a command does, or why it does nothing. */
export type Settled = Result<readonly Event[], Refusal>;
