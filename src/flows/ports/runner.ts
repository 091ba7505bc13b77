import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { RequestId, TenantName } from "../model/ids.ts";
import type { Task } from "../tasks/task.ts";

/** How a task ended. `words` are the runner's own, fit to be shown. */
export type RunnerAnswer =
  | { readonly kind: "done" }
  | {
      readonly kind: "failed";
      readonly reason: "pending-changed" | "refused" | "error";
      readonly words: string;
    };

/** The company's own automation for tasks that have no web service. */
export interface Runner {
  /**
   * Hands one task over and waits for its end. Safe to repeat with the same `key`: the runner does one
   * task a key. `digest` is the approved pending set's, which the runner checks itself before activating.
   */
  readonly perform: (order: {
    readonly key: string;
    readonly tenant: TenantName;
    readonly request: RequestId;
    readonly task: Task;
    readonly pendingDigest?: string;
  }) => Promise<Result<RunnerAnswer, Fault>>;
}
