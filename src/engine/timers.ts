/** Runs something later. The answer calls it off. */
export type After = (ms: number, run: () => void) => () => void;

/** The clock on the wall. A waiting timer alone does not keep the process alive. */
export function afterOnTheWall(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
}
