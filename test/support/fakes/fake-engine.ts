import type { Durable, Engine, WorkflowName } from "../../../src/flows/ports/engine.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

interface Started {
  readonly workflow: WorkflowName;
  readonly id: string;
  readonly input: string;
}

export interface FakeEngine extends Engine {
  /** Workflows in the order they were first asked for. */
  readonly started: readonly Started[];
  /** The next workflow that has not been carried to its end. */
  readonly next: (isWanted?: (one: Started) => boolean) => Started | undefined;
  readonly finish: (id: string) => void;
  /** The checkpoints of one workflow: as JSON, as a database would keep them. */
  readonly durableOf: (id: string) => Durable;
  readonly checkpoints: () => readonly (readonly [step: string, answer: string])[];
}

/**
 * An engine in memory, that a test turns by hand. Every checkpoint has three places to die at: before the
 * step, after it, and after its answer was kept.
 */
export function createFakeEngine(mishaps: FaultInjector = createMishaps()): FakeEngine {
  const started: Started[] = [];
  const finished = new Set<string>();
  const kept = new Map<string, string>();

  return {
    started,
    start: (workflow, id, input) =>
      mishaps.guard(() => {
        if (!started.some((one) => one.id === id)) started.push({ workflow, id, input });
      }),
    next: (isWanted = () => true) => started.find((one) => !finished.has(one.id) && isWanted(one)),
    finish: (id) => finished.add(id),
    durableOf: (id) => ({
      step: async (name, act) => {
        const key = `${id}/${name}`;
        const before = kept.get(key);
        if (before !== undefined) return read<Awaited<ReturnType<typeof act>>>(before);
        mishaps.pass();
        const answer = await act();
        mishaps.pass();
        const json = JSON.stringify({ answer });
        kept.set(key, json);
        mishaps.pass();
        return read<typeof answer>(json);
      },
    }),
    checkpoints: () => [...kept],
  };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows its own step
function read<Answer>(json: string): Answer {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was kept is what this step answered
  const { answer } = JSON.parse(json) as { readonly answer: Answer };
  return answer;
}
