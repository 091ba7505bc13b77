import type { After } from "../../src/engine/timers.ts";

interface Waiting {
  readonly ms: number;
  readonly run: () => void;
}

export interface FakeTimers {
  readonly after: After;
  /** What is waiting, as milliseconds. */
  readonly waiting: () => readonly number[];
  /** Lets everything that waits now come due. */
  readonly elapse: () => void;
}

/** Timers that come due when the test says so. */
export function fakeTimers(): FakeTimers {
  const all = new Set<Waiting>();
  return {
    after: (ms, run) => {
      const one = { ms, run };
      all.add(one);
      return () => {
        all.delete(one);
      };
    },
    waiting: () => [...all].map(({ ms }) => ms),
    elapse: () => {
      const due = [...all];
      all.clear();
      for (const { run } of due) run();
    },
  };
}
