import { err, ok, type Result } from "../../result.ts";
import { begin, hold, join, type Line, nextBegin, type Served, serve, toPace } from "./pace.ts";

export interface PacerOptions {
  readonly callsPerSecond: number;
  /** Who asks, such as a request's id: callers take turns. */
  readonly caller: () => string;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** Lets the calls to one tenant begin no faster than they may. It knows of this process only. */
export interface Pacer {
  /** Waits for one's turn. The error is for how many milliseconds nothing may begin: too long to wait here. */
  readonly take: () => Promise<Result<void, number>>;
  /** The service said that nothing may begin for so many milliseconds. */
  readonly hold: (ms: number) => void;
}

type Ticket = (turn: Result<void, number>) => void;

/** What is put off for longer is handed back: whoever asked may have something better to do. */
const mostHeldMs = 5_000;

export function createPacer({ callsPerSecond, caller, now, pause }: PacerOptions): Pacer {
  let pace = toPace(callsPerSecond);
  let line: Line<Ticket> = [];
  let isServing = false;

  /** Ends in the same moment in which the line is found empty: whoever comes next begins anew. */
  async function serveAll(): Promise<void> {
    if (isServing) return;
    isServing = true;
    try {
      for (let next = serve(line); next !== undefined; next = serve(line)) await serveNext(next);
    } finally {
      isServing = false;
    }
  }

  async function serveNext(next: Served<Ticket>): Promise<void> {
    const heldMs = pace.heldUntil - now();
    const waitMs = nextBegin(pace, now()) - now();
    if (heldMs > mostHeldMs) call(next, err(heldMs));
    else if (waitMs > 0) await pause(waitMs);
    else {
      pace = begin(pace, now());
      call(next, ok(undefined));
    }
  }

  function call(next: Served<Ticket>, turn: Result<void, number>): void {
    line = next.line;
    next.ticket(turn);
  }

  return {
    take: async () => {
      const { promise, resolve } = Promise.withResolvers<Result<void, number>>();
      line = join(line, caller(), resolve);
      await Promise.race([serveAll(), promise]);
      return promise;
    },
    hold: (ms) => {
      pace = hold(pace, now() + ms);
    },
  };
}
