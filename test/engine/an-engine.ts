import { onTestFinished } from "vitest";
import {
  createEngine,
  type DurableEngine,
  type EngineOptions,
  type Workflow,
} from "../../src/engine/engine.ts";
import type { EngineLogEntry } from "../../src/engine/engine-log.ts";
import type { WorkflowName } from "../../src/flows/ports/ports.ts";

export interface AnEngine {
  readonly engine: DurableEngine;
  readonly said: EngineLogEntry[];
}

/** A launched engine, stopped when the test has finished. Workflows that a test does not name do nothing. */
export async function anEngine(
  databaseUrl: string,
  workflows: Partial<Record<WorkflowName, Workflow>>,
  options: Partial<EngineOptions> = {},
): Promise<AnEngine> {
  const said: EngineLogEntry[] = [];
  const engine = createEngine({
    databaseUrl,
    executorId: "one",
    version: "1",
    workflows: {
      advance: async () => undefined,
      click: async () => undefined,
      delegation: async () => undefined,
      passkey: async () => undefined,
      ...workflows,
    },
    log: (entry) => said.push(entry),
    ...options,
  });
  onTestFinished(engine.stop);
  await engine.launch();
  return { engine, said };
}
