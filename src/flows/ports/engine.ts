import type { Acknowledged } from "../request/acknowledged.ts";

/** Checkpoints of one workflow. What `act` returns is stored: never a secret. */
export interface Durable {
  /** Runs `act` at least once; after that, its stored answer is given. */
  readonly step: <Answer>(name: string, act: () => Promise<Answer>) => Promise<Answer>;
}

/** Starts workflows exactly once an id, whichever replica asks, and however often. */
export interface Engine {
  readonly start: (workflow: WorkflowName, id: string, input: string) => Promise<void>;
}

/** Stored by the engine: a name never changes. */
export type WorkflowName = "advance" | Acknowledged;
