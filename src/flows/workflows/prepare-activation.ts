import { err, ok, type Result } from "../../result.ts";
import type { ApprovalObstacle } from "../approval/obstacle.ts";
import { recheckApproval } from "../approval/recheck-approval.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { ofActivation } from "../tasks/step.ts";
import { lookAtEffects } from "../tenant/effect-times.ts";
import { captureBaseline } from "./record-effects.ts";

export type Prepared = Partial<
  Pick<Extract<Event, { kind: "handed-over" }>, "before" | "windowClosesAt">
>;

/** What has to hold right before an activation: a change window is open, and what was approved still is. Changes nothing. */
export async function prepareActivation(
  deps: FlowDeps,
  request: Request,
): Promise<Result<Prepared, ApprovalObstacle>> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const window = lookAtEffects(tenant, deps.clock.now());
  if (window.kind === "closed") return err({ ...window, kind: "window-closed" });
  const obstacle = await recheckApproval(deps, request, ofActivation);
  if (obstacle !== undefined) return err(obstacle);
  const { closesAt } = window;
  const before = await captureBaseline(deps, request);
  return ok({ before, ...(closesAt !== undefined && { windowClosesAt: closesAt }) });
}
