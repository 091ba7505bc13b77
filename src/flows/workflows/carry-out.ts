import { err, ok } from "../../result.ts";
import { runStep } from "../lifecycle/append-events.ts";
import type { StepContext, StepResult } from "../lifecycle/step-context.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Request } from "../request/request.ts";
import { stepKinds, taskKinds } from "../step-kinds/step-kinds.ts";
import { changeSettings, restoreSettings } from "../steps/change-settings.ts";
import { disableClientSecrets, disableOldClientSecrets } from "../steps/client-secrets.ts";
import { createIntegrationSystem } from "../steps/create-integration-system.ts";
import { createUser } from "../steps/create-user.ts";
import { handForValues } from "../steps/detect-stored-values.ts";
import { disableOldVersions, disableSecret } from "../steps/disable-secret.ts";
import { enableTokenSignOn } from "../steps/enable-token-sign-on.ts";
import { handToRunner } from "../steps/hand-over.ts";
import { handToImplementation } from "../steps/implementation-service/hand-to-implementation.ts";
import { issueCredential } from "../steps/issue-credential.ts";
import { makeSegments } from "../steps/make-segments.ts";
import { notifyAfter, notifyBefore } from "../steps/notify-affected.ts";
import { scrambleUser } from "../steps/randomize-password.ts";
import type { OwnStep } from "../tasks/step.ts";
import type { Task, TaskName } from "../tasks/task.ts";
import { describeNotShown } from "../tasks/task-check.ts";
import { isUncheckable, lookAtTask } from "../verification/look-at-task.ts";
import { verify } from "../verification/verify.ts";
import { activate } from "./activate.ts";
import { handOverRollback } from "./hand-over-rollback.ts";
import type { Move } from "./next-move.ts";
import { recordObstacle } from "./record-obstacle.ts";
import { findObstacle } from "./step-preconditions.ts";

const ownSteps: Record<OwnStep, (acting: StepContext) => Promise<StepResult>> = {
  "create-integration-system": createIntegrationSystem,
  "create-user": createUser,
  "issue-credential": issueCredential,
  verify,
  "scramble-user": scrambleUser,
  "disable-secret": disableSecret,
  "tell-before": notifyBefore,
  "tell-after": notifyAfter,
  "disable-old-versions": disableOldVersions,
  "enable-token-sign-on": enableTokenSignOn,
  "disable-old-client-secrets": disableOldClientSecrets,
  "disable-client-secrets": disableClientSecrets,
  "make-segments": makeSegments,
  "change-settings": changeSettings,
  "restore-settings": restoreSettings,
};

/** Does a step of the bot's own, or writes down what stands in its way. */
export async function carryOut(deps: FlowDeps, request: Request, step: OwnStep): Promise<void> {
  const obstacle = await findObstacle(deps, request, step);
  if (obstacle !== undefined) return recordObstacle(deps, request, { step, obstacle });
  return runStep(deps, request, { step, run: ownSteps[step] });
}

/** Hands a task to whoever does it, or writes down what stands in its way. */
export async function handOver(
  deps: FlowDeps,
  request: Request,
  { task, hand }: Extract<Move, { kind: "hand-over" }>,
): Promise<void> {
  const { name: step } = task;
  const { activates } = stepKinds[step];
  if (activates === "earlier-timestamp") return handOverRollback(deps, request, { task, hand });
  const obstacle = await findObstacle(deps, request, step);
  if (obstacle !== undefined) return recordObstacle(deps, request, { step, obstacle });
  const isService = hand === "implementation";
  if (activates === "security-policies" && !isService)
    return activate(deps, request, { task, hand });
  if (await isDoneAlready(deps, request, task)) {
    return runStep(deps, request, { step, run: async () => ok({}) });
  }
  if (hand === "person") {
    const isOnTrust = await isUncheckable(deps, request, step);
    const trust = isOnTrust ? { isOnTrust: true as const } : {};
    const begin = activates === "authentication-policies" ? { needsStart: true as const } : {};
    return handForValues(deps, request, { step, ...trust, ...begin });
  }
  const handTo = isService ? handToImplementation : handToRunnerAndLook;
  return runStep(deps, request, { step, run: (acting) => handTo(acting, task) });
}

/** What may be done already is asked of nobody where the tenant shows that it is. */
async function isDoneAlready(deps: FlowDeps, request: Request, { name }: Task): Promise<boolean> {
  const kinds: Readonly<Record<TaskName, { readonly isDoneWhereShown?: true }>> = taskKinds;
  if (kinds[name].isDoneWhereShown !== true) return false;
  const check = await lookAtTask(deps, request, name);
  return check.ok && check.value.kind === "shown";
}

/** A runner's answer is looked at like a person's word. */
async function handToRunnerAndLook(acting: StepContext, task: Task): Promise<StepResult> {
  const answered = await handToRunner(acting, task);
  if (!answered.ok) return answered;
  const check = await lookAtTask(acting.deps, acting.request, task.name);
  if (!check.ok) return check;
  if (check.value.kind !== "not-shown") return answered;
  return err({ kind: "stopped", words: describeNotShown(check.value.words), isDone: true });
}
