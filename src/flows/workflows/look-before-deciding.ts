import { err, ok, type Result } from "../../result.ts";
import { findUnread, lookAtPending } from "../approval/approval.ts";
import { refuseLook } from "../approval/decide-verdict.ts";
import type { DecisionContext } from "../approval/decision-context.ts";
import { readTies } from "../authorization/ties.ts";
import { isSuperseded } from "../inventory/superseded.ts";
import type { Fault } from "../model/fault.ts";
import { listOneGo } from "../planning/one-go.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Command } from "../request/click.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import type { StepName } from "../tasks/step.ts";
import type { TaskCheck } from "../tasks/task-check.ts";
import { lookAgain } from "../verification/look-again.ts";
import { leavesTrace, lookAtTask } from "../verification/look-at-task.ts";
import { lookAtStart } from "./look-at-start.ts";
import { findObstacle } from "./step-preconditions.ts";

/** An edit reads what it needs on a way of its own. */
type Settling = Exclude<Command, { kind: "open" | "edit" }>;

/** What of the outside a decision is made from. */
export type Sights = Pick<
  DecisionContext,
  "now" | "ties" | "check" | "also" | "notShown" | "looked" | "started" | "isChangedSince" | "edit"
>;

/** Reads what a command's decision needs, and nothing else. Changes nothing. */
// oxlint-disable-next-line complexity -- one arm for each command
export async function lookBeforeDeciding(
  deps: FlowDeps,
  request: Request,
  command: Settling,
): Promise<Result<Sights, Fault>> {
  switch (command.kind) {
    case "approve":
      return lookForApproval(deps, request, command.digest);
    case "start":
      return nameSight("started", await lookAtStart(deps, request));
    case "report-done":
      return lookAtDone(deps, request, command.step);
    case "look-again":
      // Where it is not due nothing is read.
      if (refuseLook(request, deps.clock.now()) !== undefined) return ok({});
      return nameSight("looked", await lookAgain(deps, request));
    case "clean-up-again":
      return ok({ isChangedSince: await isSuperseded(deps.store, request) });
    case "deny":
    case "postpone":
    case "send-back":
    case "answer":
    case "withdraw":
    case "report-refused":
    case "retry":
    case "attest":
      return ok({});
  }
}

function nameSight<Name extends keyof Sights>(
  name: Name,
  read: Result<Sights[Name] | undefined, Fault>,
): Result<Sights, Fault> {
  if (!read.ok) return read;
  return ok(read.value === undefined ? {} : { [name]: read.value });
}

/** An approval counts for what is pending at the click. */
async function lookForApproval(
  deps: FlowDeps,
  request: Request,
  digest: string,
): Promise<Result<Sights, Fault>> {
  const look = await lookAtPending(deps, request);
  if (!look.ok) return look;
  const unread = findUnread(look.value, digest);
  if (unread !== undefined) return err(unread);
  const { tenant } = deps.contextOf(request.draft.tenant);
  const ties = await readTies({ ...deps, now: deps.clock.now() }, tenant);
  return ok({ now: look.value, ties });
}

/**
 * "Done" is looked at at once: what somebody says is no evidence where an eye exists. With an activation what is pending
 * tells.
 */
async function lookAtDone(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<Result<Sights, Fault>> {
  if (activatesPolicies(step)) return nameSight("now", await lookAtPending(deps, request));
  const { phase } = request;
  const isWaited = phase.kind === "waiting-for-person" && phase.step === step;
  if (!isWaited) return ok({});
  const check = await lookAtTask(deps, request, step);
  if (!check.ok) return check;
  const rest = check.value.kind === "shown" ? await lookAtRest(deps, request, step) : {};
  return ok({ check: check.value, ...rest });
}

/**
 * Which tasks of the same go the tenant shows as done too: each is looked at by itself, and the first that does not show,
 * or that may not be done now, waits for its own *Done*, with whatever comes after it.
 */
async function lookAtRest(
  deps: FlowDeps,
  request: Request,
  current: StepName,
): Promise<Pick<Sights, "also" | "notShown">> {
  const also: StepName[] = [];
  for (const { name } of listOneGo(request, current)) {
    if (!leavesTrace(request, name)) break;
    const look = await lookAtTask(deps, request, name);
    const check: TaskCheck = look.ok ? look.value : { kind: "on-trust" };
    // Whoever does one after the other is told nothing of those to come.
    if (check.kind === "not-shown" && also.length > 0)
      return { also, notShown: { step: name, words: check.words } };
    if (check.kind !== "shown" || (await findObstacle(deps, request, name)) !== undefined) break;
    also.push(name);
  }
  return { also };
}
