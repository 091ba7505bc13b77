import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface ClockFile {
  /** Milliseconds that the bots' clock is ahead of this machine's. */
  readonly aheadMs: () => number;
  readonly move: (byMs: number) => void;
}

/** The file that sets the clock of the bots in a folder, as an operator would keep it. */
export function createClockFile(folder: string): ClockFile {
  const path = join(folder, "clock");
  let aheadMs = 0;
  return {
    aheadMs: () => aheadMs,
    move: (byMs) => {
      aheadMs += byMs;
      // In one piece: the bot reads it at any moment.
      writeFileSync(`${path}.next`, `${aheadMs}\n`);
      renameSync(`${path}.next`, path);
    },
  };
}
