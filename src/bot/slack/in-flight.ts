import type { App } from "@slack/bolt";
import { withTimeout } from "./with-timeout.ts";

/** Listeners that are running. Stopping the receiver does not wait for them. */
export interface InFlight {
  /** Waits until none is running, that long at the most; says whether it came to that. */
  readonly settle: (limitMs: number) => Promise<boolean>;
}

export function countInFlight(app: App): InFlight {
  const running = new Set<Promise<unknown>>();
  app.use(async ({ next }) => {
    const listener = next();
    running.add(listener);
    try {
      await listener;
    } finally {
      running.delete(listener);
    }
  });
  return {
    settle: async (limitMs) => {
      const all = settleAll(running);
      return (await withTimeout(limitMs, all)) === true;
    },
  };
}

async function settleAll(running: ReadonlySet<Promise<unknown>>): Promise<true> {
  while (running.size > 0) await Promise.allSettled(running);
  return true;
}
