import type { Log, LogFacts } from "../../../src/flows/ports/log.ts";

export interface FakeLog extends Log {
  readonly lines: readonly {
    readonly level: string;
    readonly facts: LogFacts;
    readonly text: string;
  }[];
}

export function createFakeLog(): FakeLog {
  const lines: { level: string; facts: LogFacts; text: string }[] = [];
  return {
    lines,
    info: (facts, text) => lines.push({ level: "info", facts, text }),
    warn: (facts, text) => lines.push({ level: "warn", facts, text }),
    error: (facts, text) => lines.push({ level: "error", facts, text }),
  };
}
