import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import type { OwnStep, Step } from "../tasks/step.ts";
import type { Task, TaskHand } from "../tasks/task.ts";

/** What the workflow does next. */
export type Move =
  /** Somebody else's turn, or over. */
  | { readonly kind: "stop" }
  | { readonly kind: "act"; readonly step: OwnStep }
  | { readonly kind: "hand-over"; readonly task: Task; readonly hand: TaskHand }
  | { readonly kind: "ask-approval" }
  /** The activation took effect: look at what it did beside what was asked. */
  | { readonly kind: "look-at-live" }
  /** The plan is carried out. */
  | { readonly kind: "finish" }
  /** The clean-up is carried out: look at what is left, and end. */
  | { readonly kind: "inspect" };

/** Decides the next move from the request alone. */
export function nextMove(request: Request): Move {
  if (request.phase.kind !== "working") return { kind: "stop" };
  const isLive = request.finished.some(activatesPolicies);
  if (isLive && !request.isLiveTold) return { kind: "look-at-live" };
  const step = request.plan.find(({ name }) => !request.finished.includes(name));
  if (step === undefined) return { kind: request.closing === undefined ? "finish" : "inspect" };
  return moveFor(step);
}

function moveFor(step: Step): Move {
  switch (step.hand) {
    case "api":
      return { kind: "act", step: step.name };
    case "approver":
      return { kind: "ask-approval" };
    case "runner":
    case "implementation":
    case "person":
      return { kind: "hand-over", task: step.task, hand: step.hand };
  }
}
