import type { DLogger } from "@dbos-inc/dbos-sdk";
import type { EngineLog } from "./engine-log.ts";

/** Leads DBOS's own logging to ours. What it informs of is of use to nobody who does not debug it. */
export function createDbosLog(log: EngineLog): DLogger {
  function say(level: "debug" | "warn" | "error", entry: unknown, error?: unknown): void {
    log({ level, words: `DBOS: ${String(entry)}`, ...(error === undefined ? {} : { error }) });
  }
  return {
    debug: (entry) => {
      say("debug", entry);
    },
    info: (entry) => {
      say("debug", entry);
    },
    warn: (entry) => {
      say("warn", entry);
    },
    error: (entry, metadata) => {
      say("error", entry, metadata?.error);
    },
  };
}
