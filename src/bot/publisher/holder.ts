import type { PublisherLease } from "../../flows/ports/outbox.ts";

/** This replica's hold on the lease, by a clock that is never set. */
export interface Holder {
  /** Takes the lease or holds it for longer, where it is time to. @returns its token; `undefined` where another has it. */
  readonly renew: () => Promise<number | undefined>;
  /** The token while the lease surely holds for another call; a replica that was frozen has none when it wakes. */
  readonly token: () => number | undefined;
  readonly release: () => Promise<void>;
}

const renewEveryMs = 2000;

/** Of the lease's time, as much is left to a call that begins. */
const marginMs = 3000;

/** @param elapsed milliseconds since some moment */
export function createHolder(lease: PublisherLease, elapsed: () => number): Holder {
  let held: { readonly token: number; readonly since: number } | undefined;

  function token(): number | undefined {
    return held !== undefined && elapsed() < held.since + lease.ttlMs - marginMs
      ? held.token
      : undefined;
  }

  return {
    token,
    renew: async () => {
      if (held !== undefined && elapsed() < held.since + renewEveryMs) return held.token;
      // Counted from before the question: its answer may have taken long.
      const since = elapsed();
      const taken = await lease.hold();
      held = taken === undefined ? undefined : { token: taken, since };
      return token();
    },
    release: async () => {
      held = undefined;
      await lease.release();
    },
  };
}
