import { err, ok, type Result } from "../../result.ts";
import { processChangeOf } from "../kinds/changes.ts";
import { valuesOf } from "../model/api-client.ts";
import { hasProcess } from "../model/business-process.ts";
import type { Fault } from "../model/fault.ts";
import { isNamedAnew } from "../planning/expected-changes.ts";
import type { FlowDeps, TenantContext } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { systemIdOf } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import { traceOf } from "../step-kinds/describe-task.ts";
import type { StepName } from "../tasks/step.ts";
import type { TaskCheck, TaskTrace } from "../tasks/task-check.ts";
import { checkTrace, type TaskSight } from "./check-task.ts";
import {
  lookAtExemptions,
  lookAtGroupList,
  lookAtPermissions,
  lookAtUser,
} from "./look-at-tenant.ts";

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
  const sight = await readSight(deps, request, trace);
  return sight.ok ? ok(checkTrace(trace, sight.value)) : sight;
}

/**
 * Whether no eye can check a task, before anybody does it. Changes nothing. Where something is away nobody can tell, and
 * nothing is said; what a clean-up does is looked for at its end.
 */
export async function isUncheckable(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<boolean> {
  if (request.closing !== undefined || valuesOf(step).length > 0) return false;
  const check = await lookAtTask(deps, request, step);
  return check.ok && check.value.kind === "on-trust";
}

/** Reads what a trace is looked for in, and no more. What is away is a fault: then nobody can tell yet. */
async function readSight(
  deps: FlowDeps,
  request: Request,
  { kind }: TaskTrace,
): Promise<Result<TaskSight, Fault>> {
  const place = deps.contextOf(request.draft.tenant);
  switch (kind) {
    case "group":
    case "member":
      return refuseAway({ ...nothingRead, ...(await lookAtGroupList(deps, place)) });
    case "exemption":
      return refuseAway({
        ...nothingRead,
        exemptions: await lookAtExemptions(deps, place, [
          ...(await deps.store.listDone()),
          request,
        ]),
      });
    case "token-sign-on":
      return refuseAway({
        ...nothingRead,
        user: await lookAtUser(deps, place, systemIdOf(request)),
      });
    case "processes":
      return readPending(deps, place, nothingRead);
    case "grants": {
      const permissions = await lookAtPermissions(deps, place);
      const sight = refuseAway({ ...nothingRead, permissions });
      return sight.ok ? readPending(deps, place, sight.value) : sight;
    }
  }
}

async function readPending(
  deps: FlowDeps,
  { workday }: TenantContext,
  sight: TaskSight,
): Promise<Result<TaskSight, Fault>> {
  const read = await retryRead(deps.clock, () => workday.readPendingChanges());
  if (!read.ok) return read;
  return ok(read.value.kind === "seen" ? { ...sight, pending: read.value.changes } : sight);
}

function refuseAway(sight: TaskSight): Result<TaskSight, Fault> {
  for (const one of [sight.user, sight.groups, sight.permissions, sight.exemptions]) {
    if (one?.kind === "cannot-see" && one.away !== undefined) return err(one.away);
  }
  return ok(sight);
}

const notRead = { kind: "cannot-see", words: "Nobody looked.", isFailed: false } as const;
const nothingRead: TaskSight = { groups: notRead, permissions: notRead, exemptions: notRead };

/** Whether the tenant shows anything of a task: one that may change nothing counts as shown, and nobody has looked. */
export function leavesTrace(request: Request, step: StepName): boolean {
  const trace = findTrace(request, step);
  return trace !== undefined && (trace.kind !== "processes" || trace.businessProcesses.length > 0);
}

/** What may change nothing is not looked for: an edit that takes back what is pending still leaves nothing pending of it. */
function findTrace({ plan, draft }: Request, wanted: StepName): TaskTrace | undefined {
  const step = plan.find(({ name }) => name === wanted);
  if (step === undefined || !("task" in step)) return undefined;
  const trace = traceOf(step.task);
  if (trace?.kind !== "processes") return trace;
  const { businessProcesses, change } = trace;
  const { added, removed } = processChangeOf(draft);
  const asked = change === "Added" ? added : removed;
  return {
    ...trace,
    businessProcesses: businessProcesses.filter(
      (one) => hasProcess(asked, one) && !isNamedAnew(one, draft),
    ),
  };
}
