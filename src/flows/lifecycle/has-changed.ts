import type { Request } from "../request/request.ts";
import { changesPolicies, movesTimestamp } from "../step-kinds/facts.ts";

/**
 * Whether some of what it changes is pending already. What a person has been handed may not be done yet; what a machine
 * has begun may be.
 */
export function hasChanged({ plan, begun, finished }: Request): boolean {
  return plan.some(
    ({ name, hand }) =>
      changesPolicies(name) &&
      (finished.includes(name) || (begun.includes(name) && hand !== "person")),
  );
}

/** Whether its activation was handed over, or its roll back: it may be live. */
export function mayBeLive({ begun }: Request): boolean {
  return begun.some(movesTimestamp);
}
