import { DBOS } from "@dbos-inc/dbos-sdk";
import type { Durable } from "../flows/ports/engine.ts";
import type { ObserveMove } from "../flows/ports/observe.ts";
import { isDatabaseAway } from "./database-away.ts";
import type { EngineLog } from "./engine-log.ts";
import type { Enter } from "./room.ts";

/** Two days of asking again while the database is away: longer than any restart, and not for ever. */
const whileDatabaseIsAway = {
  retriesAllowed: true,
  intervalSeconds: 2,
  backoffRate: 1,
  maxAttempts: 86_400,
  shouldRetry: isDatabaseAway,
};

/**
 * Checkpoints of the workflow that calls, in DBOS. A step that cannot reach the database waits for it.
 *
 * What a step throws is stored like what it returns, with all its fields, and foreign errors quote whole
 * requests: so the error itself goes to the log only, and a plain one in its place.
 */
export function createDurable(
  log: EngineLog,
  {
    workflow,
    observe,
    enter,
  }: { readonly workflow: string; readonly observe: ObserveMove; readonly enter: Enter },
): Durable {
  return {
    step: async (name, act) => {
      // Of one name, whichever turn it is.
      const move = { workflow, step: name.replace(/^\d+: /, "") };
      return DBOS.runStep(
        async () => enter(() => observe(move, async () => actSafely(name, act, log))),
        { name, ...whileDatabaseIsAway },
      );
    },
  };
}

async function actSafely<Answer>(
  name: string,
  act: () => Promise<Answer>,
  log: EngineLog,
): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log({ level: "error", words: `The step ${name} of ${DBOS.workflowID} broke.`, error });
    // oxlint-disable-next-line preserve-caught-error -- the cause would be stored, and may quote anything
    throw new Error(`The step ${name} broke`);
  }
}
