import { lookAtPending } from "../approval/approval.ts";
import type { ApprovalObstacle } from "../approval/obstacle.ts";
import { recheckApproval, recheckWindow } from "../approval/recheck-approval.ts";
import { handToPerson, runStep } from "../lifecycle/append-events.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Request } from "../request/request.ts";
import { handToRunner } from "../steps/hand-over.ts";
import type { StepName } from "../tasks/step.ts";
import type { Task, TaskHand } from "../tasks/task.ts";
import { recordObstacle } from "./record-obstacle.ts";

/**
 * Hands the way back to an earlier timestamp over. Right before, at every try, a change window has to be open, those
 * who approved have to be approvers still, and the newest activation has to be the one that they were shown. Where a
 * runner that had the order has carried it out already, it is asked for its answer only: it looks at the newest
 * activation itself.
 */
export async function handOverRollback(
  deps: FlowDeps,
  request: Request,
  { task, hand }: { readonly task: Task; readonly hand: TaskHand },
): Promise<void> {
  const step = task.name;
  const hasTaken = hand !== "person" && (await hasMoved(deps, request, step));
  const obstacle = hasTaken ? undefined : await findRollbackObstacle(deps, request);
  if (obstacle !== undefined) return recordObstacle(deps, request, { step, obstacle });
  if (hand === "person") return handToPerson(deps, request, { step, needsStart: true });
  return runStep(deps, request, { step, run: (acting) => handToRunner(acting, task) });
}

/** Whether the newest activation is another one since the order was given. */
async function hasMoved(deps: FlowDeps, request: Request, step: StepName): Promise<boolean> {
  if (!request.begun.includes(step)) return false;
  const look = await lookAtPending(deps, request, "approve-plan");
  return look.ok && look.value.isOutdated === true;
}

/** What stands in the way of a roll back that is about to be made. Changes nothing. */
export async function findRollbackObstacle(
  deps: FlowDeps,
  request: Request,
): Promise<ApprovalObstacle | undefined> {
  return recheckWindow(deps, request) ?? recheckApproval(deps, request, "approve-plan");
}
