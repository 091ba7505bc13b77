import { ok, type Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import { isNamedAnew } from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { systemIdOf } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import { traceOf } from "../step-kinds/describe-task.ts";
import type { StepName } from "../tasks/step.ts";
import type { TaskCheck, TaskTrace } from "../tasks/task-check.ts";
import { checkTrace } from "./check-task.ts";
import { lookAtGroups, lookAtUser } from "./look-at-tenant.ts";

/**
 * Looks whether the tenant shows that a task was done, right after somebody said so. Changes nothing. What a clean-up
 * left is looked for at its end, so nothing is looked at here.
 *
 * @returns a fault where a report that the tenant has did not answer: then nobody can tell yet
 */
export async function lookAtTask(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<Result<TaskCheck, Fault>> {
  const trace = findTrace(request, step);
  if (trace === undefined || request.closing !== undefined) return ok({ kind: "on-trust" });
  const place = deps.contextOf(request.draft.tenant);
  const pending = await retryRead(deps.clock, () => place.workday.readPendingChanges());
  if (!pending.ok) return pending;
  const groups = await lookAtGroups(deps, place);
  const user =
    trace.kind === "token-sign-on" ? await lookAtUser(deps, place, systemIdOf(request)) : undefined;
  const changes = pending.value.kind === "seen" ? pending.value.changes : undefined;
  const seen = { ...groups, ...(user && { user }), ...(changes && { pending: changes }) };
  return ok(checkTrace(trace, seen));
}

/** What may change nothing is not looked for. */
function findTrace({ plan, draft }: Request, wanted: StepName): TaskTrace | undefined {
  const step = plan.find(({ name }) => name === wanted);
  if (step === undefined || !("task" in step)) return undefined;
  const trace = traceOf(step.task);
  if (trace?.kind !== "processes") return trace;
  const { businessProcesses } = trace;
  return {
    ...trace,
    businessProcesses: businessProcesses.filter((one) => !isNamedAnew(one, draft)),
  };
}
