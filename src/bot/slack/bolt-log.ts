import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../flows/ports/log.ts";

/** Bolt's own words, warnings and worse. Objects that it logs beside them may quote payloads: left out. */
export function createBoltLog(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...said: readonly unknown[]) => log.warn({ outside: "Slack" }, wordsOf(said)),
    error: (...said: readonly unknown[]) => log.error({ outside: "Slack" }, wordsOf(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function wordsOf([first]: readonly unknown[]): string {
  if (typeof first === "string") return first;
  return first instanceof Error ? first.name : "Bolt logged something that is no text";
}
