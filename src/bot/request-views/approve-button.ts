import type { ApprovalAsked } from "../../flows/request/approval-asked.ts";
import type { Request } from "../../flows/request/request.ts";
import { isActivatedLater, isOfPlan } from "../../flows/tasks/step.ts";

/** What the button says that approves: whether the activation comes from it. */
export function nameApproval(
  { plan }: Pick<Request, "plan">,
  { step, follows }: ApprovalAsked,
): string {
  if (!isOfPlan(step) || !isActivatedLater(plan)) return "Approve";
  return follows === true ? "Approve and activate" : "Approve; asked again before the activation";
}
