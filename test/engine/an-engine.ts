import { onTestFinished } from "vitest";
import type { AskedWork, Workflow } from "../../src/engine/asked-work.ts";
import { createEngine, type DurableEngine, type EngineOptions } from "../../src/engine/engine.ts";
import type { EngineLogEntry } from "../../src/engine/engine-log.ts";
import type { Acknowledged } from "../../src/flows/request/acknowledged.ts";

export interface AnEngine {
  readonly engine: DurableEngine;
  readonly said: EngineLogEntry[];
}

type Works = { readonly advance?: Workflow } & Partial<Record<Acknowledged, Workflow | AskedWork>>;

/** Work as it is asked for. Where a test gives no more than how it runs, nothing is told at its end. */
function asked(work: Workflow | AskedWork = async () => undefined): AskedWork {
  return typeof work === "object" ? work : { run: work, giveUp: async () => undefined };
}

/** Workflows that do nothing, but for those that are named. */
export function works(named: Works = {}): EngineOptions["workflows"] {
  return {
    advance: named.advance ?? (async () => undefined),
    click: asked(named.click),
    delegation: asked(named.delegation),
    passkey: asked(named.passkey),
  };
}

/** A launched engine, stopped when the test has finished. Workflows that a test does not name do nothing. */
export async function anEngine(
  databaseUrl: string,
  workflows: Works,
  options: Partial<EngineOptions> = {},
): Promise<AnEngine> {
  const said: EngineLogEntry[] = [];
  const engine = createEngine({
    databaseUrl,
    executorId: "one",
    version: "1",
    workflows: works(workflows),
    log: (entry) => said.push(entry),
    ...options,
  });
  onTestFinished(engine.stop);
  await engine.launch();
  return { engine, said };
}
