import { err, ok, type Result } from "../../result.ts";
import { lookAtPending } from "../approval/approval.ts";
import type { StartLook } from "../approval/decide-start.ts";
import type { ApprovalObstacle } from "../approval/obstacle.ts";
import { recheckApproval } from "../approval/recheck-approval.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import type { Fault } from "../model/fault.ts";
import { differ } from "../model/pending.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { describeObserved } from "../ports/without-hands.ts";
import { recheckRelease } from "../release/recheck-release.ts";
import type { Event } from "../request/event.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { Start } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
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
  if (tenant.observe === true) {
    const error = {
      kind: "rejected",
      outside: "Workday",
      words: describeObserved(tenant),
    } as const;
    return err({ kind: "fault", error });
  }
  const window = lookAtEffects(tenant, deps.clock.now());
  if (window.kind === "closed") return err({ ...window, kind: "window-closed" });
  const obstacle =
    request.members === undefined
      ? await recheckApproval(deps, request, "approve")
      : await recheckRelease(deps, request);
  if (obstacle !== undefined) return err(obstacle);
  const { closesAt } = window;
  const before = await captureBaseline(deps, request);
  return ok({ before, ...(closesAt !== undefined && { windowClosesAt: closesAt }) });
}

/**
 * The same look for a person who is about to activate. Who pressed Start before and activated, but said so too late, is
 * not sent back: then nothing of the request is pending any more. Changes nothing.
 */
export async function lookAtStart(
  deps: FlowDeps,
  request: Request,
): Promise<Result<StartLook | undefined, Fault>> {
  const { phase } = request;
  if (phase.kind !== "waiting-for-person" || phase.start === undefined) return ok(undefined);
  if (await mayBeActive(deps, request, phase.start)) return ok({ kind: "as-approved" });
  const prepared = await prepareActivation(deps, request);
  if (!prepared.ok) return stopFor(deps, request, prepared.error);
  const { before } = prepared.value;
  return ok({ kind: "as-approved", ...(before && { before }) });
}

async function mayBeActive(deps: FlowDeps, request: Request, start: Start): Promise<boolean> {
  if (start.kind === "needed" && start.wasStarted !== true) return false;
  const look = await lookAtPending(deps, request);
  if (!look.ok) return false;
  const { pending } = look.value;
  return pending.kind === "seen" && !isOursPending(request, pending);
}

async function stopFor(
  deps: FlowDeps,
  request: Request,
  obstacle: ApprovalObstacle,
): Promise<Result<StartLook, Fault>> {
  switch (obstacle.kind) {
    case "fault":
      return err(obstacle.error);
    case "window-closed":
      return stop({ ...obstacle, kind: "window-awaited" });
    case "approval-lapsed":
      return stop({ kind: "approval-lapsed", ...obstacle.why });
    case "approval-void": {
      const difference = differ(await readShown(deps, request.id), obstacle.look.pending);
      return stop({ kind: "approval-voided", difference });
    }
  }
}

function stop(event: Event): Result<StartLook, Fault> {
  return ok({ kind: "stopped", event });
}
