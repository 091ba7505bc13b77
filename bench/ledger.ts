import { performance } from "node:perf_hooks";
import type { Series } from "./numbers.ts";

/** What was measured so far, each thing under its own words. */
export interface Ledger {
  /** Does something and writes down how many milliseconds it took. What fails is not written down. */
  readonly time: <Value>(what: string, act: () => Promise<Value>) => Promise<Value>;
  readonly add: (what: string, unit: Series["unit"], value: number) => void;
  /** In the order in which each was written down first. */
  readonly series: () => readonly Series[];
}

export function createLedger(): Ledger {
  const all = new Map<string, Series>();
  function add(what: string, unit: Series["unit"], value: number): void {
    all.set(what, { what, unit, values: [...(all.get(what)?.values ?? []), value] });
  }
  return {
    add,
    time: async (what, act) => {
      const begunAt = performance.now();
      const value = await act();
      add(what, "ms", performance.now() - begunAt);
      return value;
    },
    series: () => [...all.values()],
  };
}
