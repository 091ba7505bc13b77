import { type DestinationStream, type Level, type Logger, pino } from "pino";
import type { EngineLog } from "./engine/engine-log.ts";
import type { Log, LogFacts } from "./flows/ports/log.ts";
import { truncate } from "./flows/text/truncate.ts";
import type { Redactor } from "./redact.ts";
import type { AuditHead } from "./store/audit/audit-chain.ts";

/** Keys that a log line may carry besides pino's own. Everything else is left out, wherever it came from. */
const allowed = new Set([
  "request",
  "tenant",
  "step",
  "words",
  "outside",
  "fault",
  "click",
  "id",
  "error",
  "replica",
  "workflow",
  "count",
  "url",
  "ms",
]);

/** Characters of one value. A foreign text is cut once it holds no secret: half of one is found by nobody. */
const longest = 2_000;

/**
 * Logs JSON lines: an allow-list of keys, plain values only, and every value scrubbed of known secrets before
 * a line is made of it. The line itself is never scrubbed, so that nothing known can blank its structure.
 */
export function createLog(
  level: Level,
  { scrub }: Pick<Redactor, "scrub">,
  out: DestinationStream = process.stdout,
): Log {
  const logger = createLogger(level, out);
  function clean(text: string): string {
    return truncate(scrub(text), longest);
  }
  function keep(facts: LogFacts): Record<string, unknown> {
    const kept = Object.entries(facts)
      .filter(([key, value]) => allowed.has(key) && isPlain(value))
      .map(([key, value]) => [key, typeof value === "string" ? clean(value) : value] as const);
    return Object.fromEntries<unknown>(kept);
  }
  return {
    info: (facts, text) => logger.info(keep(facts), clean(text)),
    warn: (facts, text) => logger.warn(keep(facts), clean(text)),
    error: (facts, text) => logger.error(keep(facts), clean(text)),
  };
}

/**
 * Publishes the heads of the audit trail as lines of their own in the same stream. They hold a number and a
 * digest, and nothing that anybody typed: they are not scrubbed, and no `LOG_LEVEL` leaves them out. No line of
 * {@link createLog} can have their keys.
 */
export function createHeadLog(out: DestinationStream = process.stdout): (head: AuditHead) => void {
  const logger = createLogger("info", out);
  return ({ seq, mac }) => logger.info({ seq, head: mac }, "audit head");
}

function createLogger(level: Level, out: DestinationStream): Logger {
  return pino(
    {
      level,
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    out,
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
