import type { ApprovalAsked } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import { isActivatedLater, isOfPlan } from "../../flows/tasks/step.ts";

/** What the button says that approves: whether the activation comes from it. */
export function nameApproval({ plan }: Pick<Request, "plan">, { step }: ApprovalAsked): string {
  return isOfPlan(step) && isActivatedLater(plan)
    ? "Approve; asked again before the activation"
    : "Approve";
}
