import { err, ok, type Result } from "../../result.ts";
import { findUnread, lookAtPending, type PendingLook } from "../approval/approval.ts";
import type { DecisionContext } from "../approval/decide.ts";
import { type LookedAgain, refuseLook } from "../approval/decide-verdict.ts";
import { isSuperseded } from "../inventory/superseded.ts";
import type { Fault } from "../model/fault.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Command } from "../request/click.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import type { TaskCheck } from "../tasks/task-check.ts";
import { lookAgain } from "../verification/look-again.ts";
import { lookAtTask } from "../verification/look-at-task.ts";

type Settling = Exclude<Command, { kind: "open" }>;

/** What of the outside a decision is made from. */
export type Sights = Pick<DecisionContext, "now" | "check" | "looked" | "isChangedSince">;

/** Reads what a command's decision needs, and nothing else. Changes nothing. */
export async function lookBeforeDeciding(
  deps: FlowDeps,
  request: Request,
  command: Settling,
): Promise<Result<Sights, Fault>> {
  const look = await lookIfNeeded(deps, request, command);
  if (!look.ok) return look;
  const check = await checkIfNeeded(deps, request, command);
  if (!check.ok) return check;
  const looked = await lookAgainIfNeeded(deps, request, command);
  if (!looked.ok) return looked;
  return ok({
    ...(look.value && { now: look.value }),
    ...(check.value && { check: check.value }),
    ...(looked.value && { looked: looked.value }),
    isChangedSince: command.kind === "clean-up-again" && (await isSuperseded(deps.store, request)),
  });
}

/** An approval counts for what is pending at the click; "Done" with an activation is checked by it. */
async function lookIfNeeded(
  deps: FlowDeps,
  request: Request,
  command: Settling,
): Promise<Result<PendingLook | undefined, Fault>> {
  const isActivated = command.kind === "report-done" && activatesPolicies(command.step);
  if (command.kind !== "approve" && !isActivated) return ok(undefined);
  const look = await lookAtPending(deps, request);
  if (!look.ok || command.kind !== "approve") return look;
  const unread = findUnread(look.value, command.digest);
  return unread === undefined ? look : err(unread);
}

/** "Done" with a task is looked at at once: what somebody says is no evidence where an eye exists. */
async function checkIfNeeded(
  deps: FlowDeps,
  request: Request,
  command: Settling,
): Promise<Result<TaskCheck | undefined, Fault>> {
  if (command.kind !== "report-done" || activatesPolicies(command.step)) return ok(undefined);
  if (request.phase.kind !== "waiting-for-person" || request.phase.step !== command.step)
    return ok(undefined);
  return lookAtTask(deps, request, command.step);
}

/** Another look reads only; where it is not due nothing is read. */
async function lookAgainIfNeeded(
  deps: FlowDeps,
  request: Request,
  command: Settling,
): Promise<Result<LookedAgain | undefined, Fault>> {
  const isDue =
    command.kind === "look-again" && refuseLook(request, deps.clock.now()) === undefined;
  return isDue ? lookAgain(deps, request) : ok(undefined);
}
