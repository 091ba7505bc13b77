import type { Obstacle } from "../approval/obstacle.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { appendEvents, failStep, failStepWith } from "../lifecycle/append-events.ts";
import { differ } from "../model/pending.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";

/** Writes down what stands in the way of a step, so that the request waits for it. The step is not begun. */
export async function recordObstacle(
  deps: FlowDeps,
  request: Request,
  { step, obstacle }: { readonly step: StepName; readonly obstacle: Obstacle },
): Promise<void> {
  switch (obstacle.kind) {
    case "fault":
      return failStepWith(deps, request, { step, error: obstacle.error });
    case "refused":
      return failStep(deps, request, { step, words: obstacle.words, isAnswered: false });
    case "window-closed":
      await appendEvents(deps, request, {
        label: "await window",
        events: () => [{ ...obstacle, kind: "window-awaited" }],
      });
      return;
    case "others-first": {
      const { kind: _first, ...wait } = obstacle;
      await appendEvents(deps, request, {
        label: `hold ${step}`,
        events: () => [{ kind: "release-awaited", heldAt: step, ...wait }],
      });
      return;
    }
    case "approval-lapsed":
      await appendEvents(deps, request, {
        label: "lapse",
        events: () => [{ kind: "approval-lapsed", ...obstacle.why }],
      });
      return;
    case "approval-void":
      return voidApproval(deps, request, obstacle.look);
    case "nothing-to-undo":
      await appendEvents(deps, request, {
        label: `finish ${step}`,
        events: () => [{ kind: "step-finished", step, facts: {} }],
      });
  }
}

async function voidApproval(
  deps: FlowDeps,
  request: Request,
  { pending, isOutdated }: Extract<Obstacle, { kind: "approval-void" }>["look"],
): Promise<void> {
  const difference = differ(await readShown(deps, request.id), pending);
  await appendEvents(deps, request, {
    label: "void",
    events: () => [{ kind: "approval-voided", difference, ...(isOutdated && { isOutdated }) }],
  });
}
