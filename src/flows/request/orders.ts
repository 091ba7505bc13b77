import type { Step, StepName } from "../tasks/step.ts";
import { union } from "./union.ts";

interface Orders {
  readonly failures: Partial<Readonly<Record<StepName, number>>>;
  readonly begun: readonly StepName[];
}

/** These orders are over: a runner that keeps its answers is asked under other keys. */
export function closeOrders({ failures, begun }: Orders, steps: readonly StepName[]): Orders {
  const counted = { ...failures };
  for (const step of steps) counted[step] = (counted[step] ?? 0) + 1;
  // What was approved is looked at anew before these are handed over again.
  const left = begun.filter((step) => !isMoving(step) || !steps.includes(step));
  return { failures: counted, begun: left };
}

function isMoving(step: StepName): boolean {
  return step === "activate" || step === "activate-previous-timestamp";
}

/**
 * Steps of a clean-up that are asked for once more: those of the clean-up before, and those that the plan
 * itself has under the same name for something else.
 */
export function listOrderedAgain(
  { closing, begun }: Pick<Orders, "begun"> & { readonly closing?: object },
  plan: readonly { readonly name: StepName }[],
): readonly StepName[] {
  const steps = plan.map(({ name }) => name);
  return closing === undefined ? steps.filter((step) => begun.includes(step)) : steps;
}

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
