import type { EngineLog } from "./engine-log.ts";
import type { After } from "./timers.ts";

export interface Ticker {
  /**
   * Runs `work` every `ms`, counted from the end of the last run: it never overlaps itself. What may not wait
   * for the first of them, in a process that is started again and again, says after how long it comes first.
   */
  readonly every: (
    name: string,
    turn: number | { readonly ms: number; readonly firstMs: number },
    work: () => Promise<unknown>,
  ) => void;
  /** Starts nothing more and waits for what is running. Safe to repeat. */
  readonly stop: () => Promise<void>;
}

interface Ticking {
  readonly name: string;
  readonly ms: number;
  readonly work: () => Promise<unknown>;
  callOff: () => void;
  running: Promise<void>;
}

/** Makes a ticker. Work that throws is logged and runs again at its next turn. */
export function createTicker(deps: { readonly after: After; readonly log: EngineLog }): Ticker {
  const all: Ticking[] = [];
  let isStopped = false;

  function schedule(ticking: Ticking, ms: number): void {
    if (isStopped) return;
    ticking.callOff = deps.after(ms, () => {
      ticking.running = runOnce(ticking, deps.log).then(() => {
        schedule(ticking, ticking.ms);
        return undefined;
      });
    });
  }

  return {
    every: (name, turn, work) => {
      const { ms, firstMs } = typeof turn === "number" ? { ms: turn, firstMs: turn } : turn;
      const ticking = { name, ms, work, callOff: () => undefined, running: Promise.resolve() };
      all.push(ticking);
      schedule(ticking, Math.min(ms, firstMs));
    },
    stop: async () => {
      isStopped = true;
      for (const ticking of all) ticking.callOff();
      await Promise.all(all.map(async ({ running }) => running));
    },
  };
}

async function runOnce({ name, work }: Ticking, log: EngineLog): Promise<void> {
  try {
    await work();
  } catch (error) {
    log({ level: "error", words: `${name} failed and runs again at its next turn.`, error });
  }
}
