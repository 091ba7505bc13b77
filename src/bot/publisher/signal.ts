/** Wakes one waiter, also for what was said before it waited. */
export interface Signal {
  readonly raise: () => void;
  /** Until somebody raises it, or so many milliseconds have gone by. */
  readonly wait: (ms: number) => Promise<void>;
}

export function createSignal(): Signal {
  let isRaised = false;
  let waiting: (() => void) | undefined;
  return {
    raise: () => {
      isRaised = true;
      waiting?.();
    },
    wait: async (ms) => {
      if (!isRaised) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting = resolve;
        const timer = setTimeout(resolve, ms);
        await promise;
        clearTimeout(timer);
      }
      isRaised = false;
    },
  };
}
