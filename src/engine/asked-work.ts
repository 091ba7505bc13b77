import { DBOS, Error as DbosErrors } from "@dbos-inc/dbos-sdk";
import type { Durable } from "../flows/ports/engine.ts";
import { type Acknowledged, acknowledged } from "../flows/request/acknowledged.ts";
import type { EngineLog } from "./engine-log.ts";
import type { TakenUp } from "./taken-up.ts";

export type Workflow = (durable: Durable, input: string) => Promise<void>;

/** Work that was written down before it was acknowledged: whoever asked for it counts on it. */
export interface AskedWork {
  readonly run: Workflow;
  /** Tells who asked that it broke each time, with what they typed. Throws when they cannot be told. */
  readonly giveUp: (input: string) => Promise<void>;
}

export type AskedWorks = Readonly<Record<Acknowledged, AskedWork>>;

interface Keeping {
  readonly takenUp: TakenUp;
  readonly log: EngineLog;
}

/**
 * Runs work that was acknowledged. Where it breaks, so does its workflow, and {@link takeUpBroken} begins it
 * again; where it broke at each of its tries, who asked is told, and when that breaks it is taken up again too.
 */
export function createAskedWorkflow({ run, giveUp }: AskedWork, keeping: Keeping): Workflow {
  return async (durable, input) => {
    try {
      await run(durable, input);
    } catch (error) {
      const id = DBOS.workflowID;
      if (isElsewhere(error) || id === undefined) throw error;
      if (!(await durable.step("is it given up", async () => keeping.takenUp.isSpent(id)))) {
        throw error;
      }
      keeping.log({
        level: "error",
        words: `The workflow ${id} broke each time: given up.`,
        error,
      });
      await durable.step("give up", async () => giveUp(input));
    }
  };
}

/** Another run goes on with it, or will: nothing broke. */
function isElsewhere(error: unknown): boolean {
  return (
    error instanceof DbosErrors.DBOSWorkflowConflictError ||
    error instanceof DbosErrors.DBOSWorkflowCancelledError
  );
}

/** What broke longer ago is left: nobody counts on it any more. */
const withinMs = 86_400_000;

/** Begins again what was acknowledged and broke, as soon as it is due. One replica at a time. */
export async function takeUpBroken(version: string, { takenUp, log }: Keeping): Promise<void> {
  const broken = await DBOS.listWorkflows({
    workflowName: [...acknowledged],
    // Cancelled is what a replica leaves that is killed while it takes over work of another version.
    status: ["ERROR", "CANCELLED"],
    completedAfter: new Date(Date.now() - withinMs).toISOString(),
    loadInput: false,
    loadOutput: false,
  });
  for (const { workflowID: id } of broken) {
    if (!(await takenUp.take(id))) continue;
    log({ level: "warn", words: `The workflow ${id} broke and is taken up again.` });
    await DBOS.rewindWorkflow(id, { applicationVersion: version });
  }
}
