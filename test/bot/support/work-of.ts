import type { Inbox } from "../../../src/bot/list-views/inbox.ts";

/** What concerns somebody: nothing but what is named. */
export function workOf(some: Partial<Inbox> = {}): Inbox {
  return {
    toApprove: [],
    toAnswer: [],
    toCarryOut: [],
    stuck: [],
    toDeny: [],
    mine: [],
    leftBehind: [],
    resting: [],
    ...some,
  };
}
