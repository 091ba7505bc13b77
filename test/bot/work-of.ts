import type { Work } from "../../src/bot/views/work.ts";

/** What concerns somebody: nothing but what is named. */
export function workOf(some: Partial<Work> = {}): Work {
  return {
    toApprove: [],
    toCarryOut: [],
    stuck: [],
    toDeny: [],
    mine: [],
    leftBehind: [],
    resting: [],
    ...some,
  };
}
