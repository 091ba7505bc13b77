import type { Request } from "../request/request.ts";
import { changesPolicies, movesTimestamp } from "../step-kinds/facts.ts";

/**
 * Whether some of what it changes is pending already. What a person has been handed may not be done yet; what a machine
 * has begun may be. What was done before an edit is pending until it is taken back.
 */
export function hasChanged({ plan, begun, finished, earlier }: Request): boolean {
  if (earlier.length > 0 && begun.some(changesPolicies)) return true;
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
