import { parseWork } from "../../../src/flows/lifecycle/start-work.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { FlowDeps } from "../../../src/flows/ports/deps.ts";
import { advance } from "../../../src/flows/workflows/advance.ts";
import type { FakeEngine } from "./fake-engine.ts";
import { untilAlive } from "./fault-injection.ts";

/** Carries every workflow of the wanted requests to its end; a process that dies meanwhile is started again. */
export async function runWorkflows(
  deps: FlowDeps,
  engine: FakeEngine,
  isWanted: (request: RequestId) => boolean,
): Promise<void> {
  for (;;) {
    const next = engine.next(({ input }) => isWanted(parseWork(input).id));
    if (next === undefined) return;
    const { id: workflow, input } = next;
    await untilAlive(() => advance(deps, engine.durableOf(workflow), parseWork(input)));
    engine.finish(workflow);
  }
}
