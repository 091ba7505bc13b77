import type { Work } from "../../../src/bot/list-views/inbox.ts";

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
