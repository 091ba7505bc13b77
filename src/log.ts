import { type DestinationStream, type Level, pino } from "pino";
import type { EngineLog } from "./engine/engine-log.ts";
import type { Log } from "./flows/ports/ports.ts";
import type { Redactor } from "./redact.ts";

/** Keys that a log line may carry besides pino's own. Everything else is left out, wherever it came from. */
const allowed = new Set([
  "request",
  "tenant",
  "step",
  "outside",
  "fault",
  "click",
  "id",
  "error",
  "seq",
  "head",
  "replica",
  "workflow",
  "count",
  "url",
  "ms",
]);

/**
 * Logs JSON lines: an allow-list of keys, plain values only, and every line scrubbed of known secret
 * values before it reaches `out`.
 */
export function createLog(
  level: Level,
  scrubber: Redactor,
  out: DestinationStream = process.stdout,
): Log {
  const logger = pino(
    {
      level,
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: keepAllowed },
    },
    { write: (line) => out.write(scrubber.scrub(line)) },
  );
  return {
    info: (facts, text) => logger.info(facts, text),
    warn: (facts, text) => logger.warn(facts, text),
    error: (facts, text) => logger.error(facts, text),
  };
}

function keepAllowed(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => allowed.has(key) && isPlain(value)),
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The engine's lines in the same log. An error gives its name and message, never what it carries. */
export function toEngineLog(log: Log): EngineLog {
  return ({ level, words, error }) => {
    if (level === "debug") return;
    log[level](error === undefined ? {} : { error: describe(error) }, words);
  };
}

/** An error and its causes in one line. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? "" : `, because ${describe(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}
