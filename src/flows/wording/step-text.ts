import type { Draft } from "../request/draft.ts";
import type { Recorded } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { ownKinds, stepKinds } from "../step-kinds/step-kinds.ts";
import type { Step, StepName } from "../tasks/step.ts";

/** A step as one plain sentence. */
export function describeStep(name: StepName, draft: Draft): string {
  return stepKinds[name].describe(draft);
}

/** Whose hand does a step. */
export function describeHand(step: Step): string {
  switch (step.hand) {
    case "runner":
      return "runner";
    case "implementation":
      return "Workday's implementation service";
    case "person":
      return "a person";
    case "approver":
      return "an approver";
    case "api":
      return ownKinds[step.name].by;
  }
}

/** Steps of the plan at hand that were given up: to the request they count as finished. */
export function listGivenUp(story: readonly Recorded[]): ReadonlySet<StepName> {
  const since = story.findLastIndex(({ event }) => event.kind === "closing");
  const events = story.slice(since + 1).map(({ event }) => event);
  return new Set(events.filter((event) => event.kind === "gave-up").map(({ step }) => step));
}

/** A step of the request's plan with its hand, and where it stands. */
export function describePlanned(
  step: Step,
  request: Request,
  givenUp: ReadonlySet<StepName> = new Set(),
): string {
  const state = describeState(step, request, givenUp);
  return `${describeStep(step.name, request.draft)} [${describeHand(step)}]: ${state}`;
}

function describeState(step: Step, request: Request, givenUp: ReadonlySet<StepName>): string {
  if (givenUp.has(step.name)) return "given up";
  if (request.finished.includes(step.name)) return "done";
  const { phase } = request;
  if (phase.kind === "done" || phase.kind === "ended") return "not done";
  return step.name === currentOf(request) ? waits[phase.kind] : "later";
}

const waits = {
  working: "next",
  "waiting-for-person": "waiting for a person",
  "waiting-for-approval": "waiting for an approver",
  "waiting-for-answer": "waiting for the requester's answer",
  "waiting-for-window": "waiting for the change window",
  "waiting-for-release": "waiting for other requests",
  "waiting-for-outside": "tried again by itself",
  stuck: "stuck",
} as const;

function currentOf({ plan, finished, phase }: Request): StepName | undefined {
  if ("step" in phase) return phase.step;
  return plan.find(({ name }) => !finished.includes(name))?.name;
}
