import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";

/** Throws where somebody who has to be told was not, so that the work breaks and is taken up again later. */
export function expectTold(told: Result<void, Fault>): void {
  if (!told.ok)
    throw new Error(`Nobody could be told: ${told.error.outside} is ${told.error.kind}`);
}
