import type { Instant } from "../model/ids.ts";

/** The one clock: the time of day, and waiting. */
export interface Clock {
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
}
