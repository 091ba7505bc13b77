import { err, ok, type Result } from "../../result.ts";
import { lookAtPending, toRunnerDigest } from "../approval/approval.ts";
import { refuse, type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import type { Fault } from "../model/fault.ts";
import type { PendingChanges } from "../model/pending.ts";
import { retryUnreachable } from "../ports/retry.ts";
import type { RunnerAnswer } from "../ports/runner.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { Task } from "../tasks/task.ts";

/** What the runner was asked for turned out to rest on an outdated approval. */
export type Handed =
  | StepResult
  | { readonly ok: false; readonly error: { readonly kind: "voided" } };

/** Hands one task to the runner and waits for its end. */
export async function handToRunner(acting: StepContext, task: Task): Promise<StepResult> {
  const answer = await order(acting, task, {});
  if (!answer.ok) return answer;
  return answer.value.kind === "done" ? ok({}) : refuse(answer.value.words);
}

/** Hands the activation over, with what was approved: the runner looks itself before it activates. */
export async function handActivation(
  acting: StepContext,
  task: Task,
  approved: PendingChanges,
): Promise<Handed> {
  const pendingDigest = toRunnerDigest(acting.deps, approved);
  const answer = await order(acting, task, {
    ...(pendingDigest !== undefined && { pendingDigest }),
  });
  if (!answer.ok) return answer;
  if (answer.value.kind === "done") return ok({});
  return answer.value.reason === "pending-changed"
    ? { ok: false, error: { kind: "voided" } }
    : refuse(answer.value.words);
}

/**
 * The key is the same for every repeat until the runner has answered no, so a task runs once however
 * often it is asked for.
 */
async function order(
  { deps, place, request }: StepContext,
  task: Task,
  more: { readonly pendingDigest?: string },
): Promise<Result<RunnerAnswer, Fault>> {
  const { runner, tenant } = place;
  if (runner === undefined) {
    return err({ kind: "denied", outside: "runner", words: noRunner });
  }
  return retryUnreachable(deps.clock, () =>
    runner.perform({
      key: `${request.id}:${task.name}:${request.failures[task.name] ?? 0}`,
      tenant: tenant.name,
      request: request.id,
      task,
      ...more,
    }),
  );
}

const noRunner =
  "The configuration names no runner for this tenant any more. Ask the bot's operator to name it again, then press Try again; or withdraw.";

/** Looks whether an activation took: nothing of this request's group may be pending any more. */
export async function verifyActivation({ deps, request }: StepContext): Promise<StepResult> {
  const after = await lookAtPending(deps, request);
  if (!after.ok) return after;
  return isOursPending(request, after.value.pending)
    ? err({ kind: "stopped", words: stillPending, isDone: true })
    : ok({});
}

const stillPending =
  "The activation was reported as done, and Workday still lists this request's changes as pending. Look at Domain Security Policies with Pending Changes, then press Try again.";
