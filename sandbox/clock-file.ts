import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The file that sets the clock of the bots in a folder, as an operator would keep it. */
export function createClockFile(folder: string): { readonly move: (byMs: number) => void } {
  const path = join(folder, "clock");
  let aheadMs = 0;
  return {
    move: (byMs) => {
      aheadMs += byMs;
      // In one piece: the bot reads it at any moment.
      writeFileSync(`${path}.next`, `${aheadMs}\n`);
      renameSync(`${path}.next`, path);
    },
  };
}
