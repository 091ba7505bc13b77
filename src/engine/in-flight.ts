import type { After } from "./timers.ts";

export interface WorkflowsInFlight {
  readonly run: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /** @returns whether everything ended in time, including what began meanwhile. */
  readonly count: () => number;
  readonly drain: (withinMs: number) => Promise<boolean>;
}

/** Counts what is going on, so that one can wait for its end. */
export function createInFlight({ after }: { readonly after: After }): WorkflowsInFlight {
  const running = new Set<symbol>();
  let onEmpty: (() => void) | undefined;

  async function run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mark = Symbol("in flight");
    running.add(mark);
    try {
      return await work();
    } finally {
      running.delete(mark);
      if (running.size === 0) onEmpty?.();
    }
  }

  async function drain(withinMs: number): Promise<boolean> {
    if (running.size === 0) return true;
    return new Promise((resolve) => {
      const callOff = after(withinMs, () => {
        resolve(false);
      });
      onEmpty = () => {
        callOff();
        resolve(true);
      };
    });
  }

  return { run, count: () => running.size, drain };
}
