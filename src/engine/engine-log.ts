/** One line for whoever runs the bot. `error` may quote foreign text: the logger scrubs it. */
export interface EngineLogEntry {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly words: string;
  readonly error?: unknown;
}

export type EngineLog = (entry: EngineLogEntry) => void;
