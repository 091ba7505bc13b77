import type { Step, StepName } from "../tasks/step.ts";
import { union } from "./union.ts";

/** What of a request tells which of its steps are done. */
interface Finishing {
  readonly plan: readonly Step[];
  readonly finished: readonly StepName[];
  readonly finishedBefore: readonly StepName[];
  /** Present once its end has begun. */
  readonly closing?: object;
}

/** A step that was in flight when the request was closed is none of its clean-up's. */
export function finishStep(
  { plan, finished, finishedBefore, closing }: Finishing,
  step: StepName,
): Pick<Finishing, "finished" | "finishedBefore"> {
  const isBefore = closing !== undefined && !plan.some(({ name }) => name === step);
  return isBefore
    ? { finished, finishedBefore: union(finishedBefore, step) }
    : { finished: union(finished, step), finishedBefore };
}
