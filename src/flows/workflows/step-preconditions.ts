import { isPlanApproved } from "../approval/approval.ts";
import type { Obstacle } from "../approval/obstacle.ts";
import { recheckApproval, recheckWindow, waitsForWindow } from "../approval/recheck-approval.ts";
import { recheckPolicies } from "../approval/recheck-policies.ts";
import { isGroupAsSeen, type SeenGroup } from "../inventory/existing-group.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import { groupToActivate } from "../model/segments.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import { describeProtected } from "../request/protected.ts";
import type { Request } from "../request/request.ts";
import { activatesSignOn, affectsGroup } from "../step-kinds/facts.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import type { StepName } from "../tasks/step.ts";
import { findCleanUpObstacle } from "./clean-up-preconditions.ts";
import { holdStep } from "./hold-step.ts";

/**
 * What stands in the way of a step, the first time and at every try: days may lie between the approval and now. Changes
 * nothing.
 */
export async function findObstacle(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<Obstacle | undefined> {
  if (request.closing !== undefined)
    return (
      (await findCleanUpObstacle(deps, request, step)) ?? (await holdStep(deps, request, step))
    );
  return (
    refuseProtected(deps, request) ??
    (await recheckPlan(deps, request, step)) ??
    (activatesSignOn(step) ? await recheckPolicies(deps, request) : undefined) ??
    (await holdStep(deps, request, step)) ??
    recheckGroup(deps, request, step)
  );
}

/** What must never be the object of a request is not one, whatever was allowed when it was asked for. */
function refuseProtected(deps: FlowDeps, { draft }: Request): Obstacle | undefined {
  const account = accountOf(draft);
  const why = account && describeProtected(account, deps.contextOf(draft.tenant).tenant);
  if (why === undefined) return undefined;
  return { kind: "refused", words: `${why} Nothing was touched. Withdraw this request.` };
}

/** Whether the approval of a plan still counts, before the first step that rests on it and each that takes effect. */
async function recheckPlan(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<Obstacle | undefined> {
  if (!isPlanApproved(request)) return undefined;
  if (isUnderWay(request) && !takesEffect(request.draft, step)) return undefined;
  const isToWait = waitsForWindow(request, "approve-plan") && !isHalfDone(request, step);
  const closed = isToWait ? recheckWindow(deps, request) : undefined;
  return closed ?? recheckApproval(deps, request, "approve-plan");
}

function isUnderWay({ plan, begun }: Request): boolean {
  const at = plan.findIndex(({ name }) => name === "approve-plan");
  return plan.slice(at + 1).some(({ name }) => begun.includes(name));
}

/** A new account that is in no group but its own can do nothing before that one's activation. */
function takesEffect(draft: Draft, step: StepName): boolean {
  return stepKinds[step].takesEffect && !makesOwnGroup(draft);
}

/** A password that may have been changed already: until it is stored nobody can sign on, so no window is waited for. */
function isHalfDone({ begun }: Request, step: StepName): boolean {
  return stepKinds[step].waitsOnlyBefore === true && begun.includes(step);
}

/** What takes effect at once rests on the group that the approvers saw. */
async function recheckGroup(
  deps: FlowDeps,
  { draft }: Request,
  step: StepName,
): Promise<Obstacle | undefined> {
  const seen = toSeenGroup(draft, step);
  if (seen === undefined) return undefined;
  const { workday } = deps.contextOf(draft.tenant);
  const isSame = await retryRead(deps.clock, () => isGroupAsSeen(workday, seen));
  if (!isSame.ok) return { kind: "fault", error: isSame.error };
  if (isSame.value) return undefined;
  const words = `The security group ${seen.groupName} is not what was approved any more: its members, its permissions or its being active changed. Nothing was done to it. Withdraw, and ask again.`;
  return { kind: "refused", words };
}

function toSeenGroup(draft: Draft, step: StepName): SeenGroup | undefined {
  const account = accountOf(draft);
  if (account === undefined) return undefined;
  const { userName, groupName } = account;
  if (kindOf(account).makes === "account" && affectsGroup(step, "joins")) {
    const group = existingGroupOf(account);
    return group && { userName, groupName, group };
  }
  if (!("found" in account) || !affectsGroup(step, "activates")) return undefined;
  return {
    userName,
    groupName: groupToActivate(account),
    group: account.found,
    isToActivate: true,
  };
}
