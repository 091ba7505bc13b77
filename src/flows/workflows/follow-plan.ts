import { approvalBehind, isPlanApproved, type PendingLook } from "../approval/approval.ts";
import { describeWhyAsked } from "../approval/describe-why-asked.ts";
import { listWhyAsked, listWhyBarred, type WhyAsked } from "../approval/follows-plan.ts";
import type { ApprovalObstacle } from "../approval/obstacle.ts";
import { recheckApproval, recheckQuorum, recheckWindow } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";
import { approversIn } from "../request/given-approval.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { lookBeforeActivation } from "../verification/look-before-activation.ts";

export type Following =
  | { readonly kind: "follows"; readonly event: Extract<Event, { kind: "approval-followed" }> }
  /** An approver is asked, and the card begins with why where the plan was approved. */
  | { readonly kind: "asked"; readonly again: readonly string[] };

/**
 * Decides, right before an activation is asked for, whether it follows from the approval of its plan. Changes nothing:
 * whoever calls it writes down what it came to.
 */
export async function followPlan(
  deps: FlowDeps,
  request: Request,
  look: PendingLook,
): Promise<Following> {
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  if (!isPlanApproved(request) || tenant.approvals.at !== "plan") return toAsked([], tenant);
  const barred = listWhyBarred(request, tenant);
  if (barred.length > 0) return toAsked(barred, tenant);
  const obstacle = await findPlanObstacle(deps, request, look);
  const verification = await lookBeforeActivation(deps, request);
  const seen = { look, verification, ...(obstacle && { obstacle }) };
  const why = listWhyAsked(request, tenant, seen);
  if (why.length > 0) return toAsked(why, tenant);
  const { digest, pending } = look;
  const approvers = [...new Set(approversIn(request))];
  return { kind: "follows", event: { kind: "approval-followed", approvers, digest, pending } };
}

function toAsked(why: readonly WhyAsked[], tenant: Tenant): Following {
  return { kind: "asked", again: why.flatMap((one) => describeWhyAsked(one, tenant)) };
}

/** Whether a change window is open, and the plan's approval counts still, also for what is pending now. */
export async function findPlanObstacle(
  deps: FlowDeps,
  request: Request,
  look: PendingLook,
): Promise<ApprovalObstacle | undefined> {
  return (
    recheckWindow(deps, request) ??
    (await recheckApproval(deps, request, approvalBehind(request))) ??
    recheckQuorum(deps, request, look)
  );
}
