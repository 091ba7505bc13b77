import { AsyncLocalStorage } from "node:async_hooks";

/** Knows for whom something is done, all the way down to a call to the outside, without anybody handing it on. */
export interface Callers {
  readonly as: <Answer>(caller: string, act: () => Promise<Answer>) => Promise<Answer>;
  /** Empty where nobody said. */
  readonly current: () => string;
}

export function createCallers(): Callers {
  const storage = new AsyncLocalStorage<string>();
  return {
    as: (caller, act) => storage.run(caller, act),
    current: () => storage.getStore() ?? "",
  };
}
