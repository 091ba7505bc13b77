import { type Instant, later } from "../../../src/flows/model/ids.ts";
import type { Clock } from "../../../src/flows/ports/clock.ts";
import { start } from "../data/a-request.ts";

export interface FakeClock extends Clock {
  /** Every pause that was made, in milliseconds. */
  readonly pauses: readonly number[];
  readonly goOn: (ms: number) => void;
}

/** A clock that moves when somebody pauses, and when it is told to. */
export function createFakeClock(from: Instant = start): FakeClock {
  const pauses: number[] = [];
  let now = from;
  return {
    pauses,
    now: () => now,
    pause: async (ms) => {
      pauses.push(ms);
      now = later(now, ms);
    },
    goOn: (ms) => {
      now = later(now, ms);
    },
  };
}
