import { err, ok, type Result } from "../../result.ts";
import { lookAtPending } from "../approval/approval.ts";
import type { Obstacle } from "../approval/obstacle.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { endStep } from "../lifecycle/append-events.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { Request } from "../request/request.ts";
import { type Handed, handActivation, verifyActivation } from "../steps/hand-over.ts";
import type { Task, TaskHand } from "../tasks/task.ts";
import { beginActivation, handActivationToPerson } from "./begin-activation.ts";
import { findOthersFirst } from "./hold-step.ts";
import { type Prepared, prepareActivation } from "./prepare-activation.ts";
import { recordObstacle } from "./record-obstacle.ts";

/**
 * Who approved is asked for once more, and the set of pending changes is read once more: only what was approved is
 * handed over, at the first try and at every other. Where a runner that had the order has activated already, it is asked
 * for its answer only, under the same key.
 */
export async function activate(
  deps: FlowDeps,
  request: Request,
  { task, hand }: { readonly task: Task; readonly hand: TaskHand },
): Promise<void> {
  const prepared: Result<Prepared, Obstacle> = (await hasTaken(deps, request, { task, hand }))
    ? ok({})
    : await prepare(deps, request);
  const step = task.name;
  if (!prepared.ok) return recordObstacle(deps, request, { step, obstacle: prepared.error });
  if (hand === "person") {
    const isSeen = request.approval?.pending.kind === "seen";
    const trust = isSeen ? {} : { isOnTrust: true as const };
    const handed = { step, needsStart: true, ...trust, ...prepared.value } as const;
    return handActivationToPerson(deps, request, handed);
  }
  const { before } = prepared.value;
  const acting = await beginActivation(deps, request, { step, ...(before && { before }) });
  if (acting !== undefined) await handToRunner(acting, task);
}

/** What others have begun by now is done before the last look, and they begin nothing more until the outcome. */
async function prepare(deps: FlowDeps, request: Request): Promise<Result<Prepared, Obstacle>> {
  const obstacle = await findOthersFirst(deps, request);
  return obstacle === undefined ? prepareActivation(deps, request) : err(obstacle);
}

/** The runner may find other changes pending than the approved ones, and do nothing. */
async function handToRunner(acting: StepContext, task: Task): Promise<void> {
  const { deps, request } = acting;
  const handed = await handActivation(acting, task, await readShown(deps, request.id));
  if (!isVoided(handed)) {
    return endStep(acting, task.name, handed.ok ? await verifyActivation(acting) : handed);
  }
  const look = await lookAtPending(deps, request);
  const obstacle: Obstacle = look.ok
    ? { kind: "approval-void", look: look.value }
    : { kind: "fault", error: look.error };
  return recordObstacle(deps, request, { step: task.name, obstacle });
}

/** Whether a runner that was given the order seems to have carried it out: nothing of the request is pending any more. */
async function hasTaken(
  deps: FlowDeps,
  request: Request,
  { task, hand }: { readonly task: Task; readonly hand: TaskHand },
): Promise<boolean> {
  if (hand === "person" || !request.begun.includes(task.name)) return false;
  const look = await lookAtPending(deps, request);
  if (!look.ok) return false;
  const { pending } = look.value;
  return pending.kind === "seen" && !isOursPending(request, pending);
}

function isVoided(handed: Handed): handed is Extract<Handed, { error: { kind: "voided" } }> {
  return !handed.ok && handed.error.kind === "voided";
}
