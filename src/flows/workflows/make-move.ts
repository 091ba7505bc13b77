import { approvalAt } from "../approval/approval.ts";
import { findLeftovers, reconcile } from "../cleanup/find-leftovers.ts";
import { appendEvents, failStep } from "../lifecycle/append-events.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import type { Work } from "../lifecycle/start-work.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { describeObserved } from "../ports/without-hands.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";
import { askApproval } from "./ask-approval.ts";
import { carryOut, handOver } from "./carry-out.ts";
import { type Move, nextMove } from "./next-move.ts";
import { recordEffects } from "./record-effects.ts";
import { goOnWaiting } from "./release-members.ts";

/** @returns true when there is nothing more to do for now. */
// oxlint-disable-next-line complexity -- one arm for each move
export async function makeMove(deps: FlowDeps, { id, since }: Work): Promise<boolean> {
  const request = await loadRequest(deps, id);
  // Somebody decided while this workflow still showed its wait: the next one is at it already.
  if (request.phase.kind === "working" && request.phase.since !== since) return true;
  const move = nextMove(request);
  if (await holdObserved(deps, request, move)) return false;
  switch (move.kind) {
    case "stop":
      await goOnWaiting(deps, request.draft.tenant);
      return true;
    case "act":
      await carryOut(deps, request, move.step);
      return false;
    case "hand-over":
      await handOver(deps, request, move);
      return false;
    case "ask-approval":
      await askApproval(deps, request);
      return false;
    case "look-at-live":
      await recordEffects(deps, request);
      await goOnWaiting(deps, request.draft.tenant);
      return false;
    case "finish":
      await finish(deps, request);
      return false;
    case "inspect":
      await endWith(deps, request);
      return false;
  }
}

/**
 * In a tenant that is only observed a request stops after its plan: nothing is done, handed out or asked for. What only
 * reads goes on, so that one which was withdrawn ends.
 */
async function holdObserved(deps: FlowDeps, request: Request, move: Move): Promise<boolean> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const step = stepOf(move, request);
  if (tenant.observe !== true || step === undefined) return false;
  const words = describeObserved(tenant);
  await failStep(deps, request, { step, words, isAnswered: false });
  return true;
}

function stepOf(move: Move, request: Request): StepName | undefined {
  switch (move.kind) {
    case "act":
      return move.step;
    case "hand-over":
      return move.task.name;
    case "ask-approval":
      return approvalAt(request);
    case "stop":
    case "look-at-live":
    case "finish":
    case "inspect":
      return undefined;
  }
}

/** The end carries what the verification came to: nothing is simply done. */
async function finish(deps: FlowDeps, request: Request): Promise<void> {
  const { verification } = request.facts;
  await appendEvents(deps, request, {
    label: "finish",
    events: () => [{ kind: "done", ...(verification && { verification }) }],
  });
}

async function endWith(deps: FlowDeps, request: Request): Promise<void> {
  const found = await findLeftovers(deps, request);
  await appendEvents(deps, request, {
    label: "end",
    events: (now) => [...reconcile(now, found), { kind: "ended" }],
  });
}
