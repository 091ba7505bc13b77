import { readClockOffset } from "./config/clock-file.ts";
import { type After, afterOnTheWall } from "./engine/timers.ts";
import { instant } from "./flows/model/ids.ts";
import type { Clock } from "./flows/ports/clock.ts";

/** The time that the bot goes by, and what comes due by it. */
export interface BotClock extends Clock {
  readonly after: After;
}

/** The clock on the wall. What is agreed on with another machine, such as the runner, goes by this one. */
export const systemClock: BotClock = {
  now: () => instant(Date.now()),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: afterOnTheWall,
};

/** The one clock of this process: the wall's, or one that is set, where the configuration names a file. */
export function createClock(file: string | undefined): BotClock {
  return file === undefined ? systemClock : createSetClock(file);
}

/** How soon a jump is noticed. */
const lookEveryMs = 100;

/**
 * A clock that goes with the wall's, ahead of it by as much as stands in the file. The file is read whenever the
 * time is asked, so that replicas that share it always agree. Pauses are real: they wait for something outside.
 */
function createSetClock(file: string): BotClock {
  function now() {
    return instant(Date.now() + readClockOffset(file));
  }
  return { ...systemClock, now, after: (ms, run) => afterOnEither(now, ms, run) };
}

/** Due by this clock or by the real time, whichever is first: set back, a clock makes nothing wait for longer. */
function afterOnEither(now: Clock["now"], ms: number, run: () => void): () => void {
  const dueAt = now() + ms;
  const endsAt = performance.now() + ms;
  let callOff = look();
  function look(): () => void {
    const leftMs = Math.max(0, endsAt - performance.now());
    return afterOnTheWall(Math.min(lookEveryMs, leftMs), () => {
      if (now() >= dueAt || performance.now() >= endsAt) run();
      else callOff = look();
    });
  }
  return () => callOff();
}
