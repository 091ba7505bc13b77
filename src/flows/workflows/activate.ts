import { lookAtPending } from "../approval/approval.ts";
import { awaitWindow, isStillApproved, voidApproval } from "../approval/recheck-approval.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import {
  beginStepWith,
  endStep,
  failStepWith,
  handToPersonWith,
} from "../lifecycle/append-events.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { Request } from "../request/request.ts";
import { type Handed, handActivation, verifyActivation } from "../steps/hand-over.ts";
import type { Task, TaskHand } from "../tasks/task.ts";
import { lookAtWindows } from "../tenant/change-window.ts";
import { captureBaseline } from "./check-activation-effects.ts";

/**
 * Who approved is asked for once more, and the set of pending changes is read once more: only what was approved is
 * handed over, at the first try and at every other. Where a runner that had the order has activated already, it is asked
 * for its answer only, under the same key.
 */
export async function activate(
  deps: FlowDeps,
  request: Request,
  { task, hand }: { readonly task: Task; readonly hand: TaskHand },
): Promise<void> {
  const prepared = (await hasTaken(deps, request, hand)) ? {} : await prepare(deps, request);
  if (prepared === undefined) return;
  if (hand === "person") return handToPersonWith(deps, request, { step: "activate", ...prepared });
  const { before } = prepared;
  const acting = await beginStepWith(deps, request, {
    step: "activate",
    ...(before && { before }),
  });
  if (acting === undefined) return;
  const handed = await handActivation(acting, task, await readShown(deps, request.id));
  if (isVoided(handed)) return lookAgain(deps, acting.request);
  await endStep(acting, "activate", handed.ok ? await verifyActivation(acting) : handed);
}

type Prepared = Pick<Extract<Event, { kind: "handed-over" }>, "before" | "windowClosesAt">;

/** Whether a runner that was given the order seems to have carried it out: nothing of the request is pending any more. */
async function hasTaken(deps: FlowDeps, request: Request, hand: TaskHand): Promise<boolean> {
  if (hand === "person" || !request.begun.includes("activate")) return false;
  const look = await lookAtPending(deps, request);
  return look.ok && look.value.pending.kind === "seen" && !isOursPending(request, look.value);
}

/**
 * What has to hold right before the hand-over: a change window is open, and what was approved still is. Otherwise it is
 * written down what the request waits for, and the answer is `undefined`.
 */
async function prepare(deps: FlowDeps, request: Request): Promise<Prepared | undefined> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const window = lookAtWindows(tenant.changeWindows, deps.clock.now());
  if (window.kind === "closed") {
    await awaitWindow(deps, request, window.opensAt);
    return undefined;
  }
  if (!(await isStillApproved(deps, request, { approval: "approve", step: "activate" })))
    return undefined;
  const { closesAt } = window;
  const before = await captureBaseline(deps, request);
  return { before, ...(closesAt !== undefined && { windowClosesAt: closesAt }) };
}

function isVoided(handed: Handed): handed is Extract<Handed, { error: { kind: "voided" } }> {
  return !handed.ok && handed.error.kind === "voided";
}

/** The runner found other changes pending than the approved ones, and did nothing. */
async function lookAgain(deps: FlowDeps, request: Request): Promise<void> {
  const look = await lookAtPending(deps, request);
  if (!look.ok) return failStepWith(deps, request, { step: "activate", error: look.error });
  return voidApproval(deps, request, look.value);
}
