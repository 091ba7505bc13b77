import type { Result } from "../../result.ts";
import type { Instant, PersonId } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
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
  /** Whether a later request is at the account or its group, or was; read only where the command needs it. */
  readonly isChangedSince?: boolean;
  /** What the tenant shows of the task that somebody says is done; read only where the command needs it. */
  readonly check?: TaskCheck;
  /** What the look before an activation by hand came to; read only where the command needs it. */
  readonly started?: StartLook;
  /** What another look came to; read only where the command needs it. */
  readonly looked?: LookedAgain;
  /** The release that the request is a part of. */
  readonly release?: Request;
  /** What is pending in the tenant now, with its digest; read only where the command needs it. */
  readonly now?: PendingLook;
}

/** What a command does, or why it does nothing. */
export type Settled = Result<readonly Event[], Refusal>;
