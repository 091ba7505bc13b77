import { AsyncLocalStorage } from "node:async_hooks";
import { DBOS, Error as DbosErrors } from "@dbos-inc/dbos-sdk";
import type { Pool } from "pg";
import type { Engine, WorkflowName } from "../flows/ports/engine.ts";
import type { ObserveMove } from "../flows/ports/observe.ts";
import { acknowledged } from "../flows/request/acknowledged.ts";
import { type AskedWorks, createAskedWorkflow, takeUpBroken, type Workflow } from "./asked-work.ts";
import { createConnections } from "./connections.ts";
import { createDbosLog } from "./dbos-log.ts";
import { createDurable } from "./durable.ts";
import type { EngineLog } from "./engine-log.ts";
import { findOrphans } from "./find-orphans.ts";
import { createHeartbeat, type Heartbeat } from "./heartbeat.ts";
import { createInFlight, type WorkflowsInFlight } from "./in-flight.ts";
import { createRoom, type Room } from "./room.ts";
import { acquireSessionLock, type SessionLock } from "./session-lock.ts";
import { createTakenUp, type TakenUp } from "./taken-up.ts";
import { createTicker, type Ticker } from "./ticker.ts";
import { type After, afterOnTheWall } from "./timers.ts";

export interface EngineOptions {
  readonly databaseUrl: string;
  /** This replica's name: the same after a restart, and another one for every replica. */
  readonly executorId: string;
  /**
   * Changes when the steps of a workflow do. Under another version than its own, a workflow does not go on:
   * once nobody of its version works on it, it begins again.
   */
  readonly version: string;
  readonly workflows: { readonly advance: Workflow } & AskedWorks;
  readonly log: EngineLog;
  /** Around each move of a workflow. */
  readonly observeMove?: ObserveMove;
  /** How many workflows this replica has just taken over. */
  readonly onTakeOver?: (count: number) => void;
  /** How often a replica shows itself and looks for dead ones: 5 seconds when absent. */
  readonly beatEveryMs?: number;
  /** After how long a silent replica counts as dead: 20 seconds when absent. */
  readonly deadAfterMs?: number;
  /** How long `stop` waits for what is in flight: 20 seconds when absent. */
  readonly drainForMs?: number;
  /** How long `launch` waits for another process of this name to end: 10 seconds when absent. */
  readonly nameWithinMs?: number;
  readonly after?: After;
}

export interface DurableEngine extends Engine {
  /** Connects, resumes what this replica left, and from then on what dead replicas leave. Once. */
  readonly launch: () => Promise<void>;
  /** Waits for what is in flight, up to its limit; what is cut off resumes at the next launch. */
  readonly stop: () => Promise<void>;
  /** How many workflows run in this process. */
  readonly countInFlight: () => number;
}

interface Parts extends EngineOptions {
  readonly heartbeat: Heartbeat;
  readonly ticker: Ticker;
  readonly inFlight: WorkflowsInFlight;
  /** What people have just asked for has a room of its own: it waits for no work that goes on by itself. */
  readonly rooms: { readonly work: Room; readonly asked: Room };
  /** A workflow may start another from within a step. Begun here, that one is nobody's child. */
  readonly outside: <Answer>(work: () => Answer) => Answer;
  readonly state: {
    readonly registered: Map<WorkflowName, (input: string) => Promise<void>>;
    lock?: SessionLock;
    pool?: Pool;
    phase: "new" | "running" | "draining" | "over";
  };
}

const launchWithinMs = 60_000;
const recordWithinMs = 5000;

/**
 * Runs workflows durably, with DBOS on PostgreSQL.
 *
 * DBOS is one for the whole process, so there is one engine at a time in a process. Building one does
 * nothing yet; `launch` registers the workflows and connects.
 */
export function createEngine(options: EngineOptions): DurableEngine {
  const { log, after = afterOnTheWall, deadAfterMs = 20_000 } = options;
  const parts: Parts = {
    ...options,
    heartbeat: createHeartbeat({ ...options, deadAfterMs }),
    ticker: createTicker({ after, log }),
    inFlight: createInFlight({ after }),
    rooms: { work: createRoom({ after }), asked: createRoom({ after }) },
    outside: AsyncLocalStorage.snapshot(),
    state: { registered: new Map(), phase: "new" },
  };
  return {
    launch: () => launch(parts),
    start: (workflow, id, input) => start(parts, workflow, { id, input }),
    stop: () => stop(parts),
    countInFlight: parts.inFlight.count,
  };
}

async function launch(parts: Parts): Promise<void> {
  const { databaseUrl, executorId, version, log, state, heartbeat, ticker } = parts;
  const lock = await acquireSessionLock({
    databaseUrl,
    name: `replica ${executorId}`,
    retryForMs: parts.nameWithinMs ?? 10_000,
    log,
  });
  if (lock === undefined) throw new Error(`Another replica runs under the name ${executorId}`);
  state.lock = lock;
  await heartbeat.join();
  state.pool = createConnections({ databaseUrl, purpose: "engine", max: 10, log });
  const takenUp = createTakenUp(state.pool);
  register(parts, takenUp);
  DBOS.setConfig({
    name: "workday-isu-bot",
    systemDatabaseUrl: databaseUrl,
    systemDatabasePool: state.pool,
    systemDatabaseSchemaName: "dbos",
    executorID: executorId,
    applicationVersion: version,
    logger: createDbosLog(log),
  });
  await launchDbos(parts, takenUp);
  state.phase = "running";
  ticker.every("The heartbeat", parts.beatEveryMs ?? 5000, async () => {
    await heartbeat.beat();
    if (state.phase !== "running") return;
    await heartbeat.sweep(async (living) => {
      await takeOver(parts, living);
      await takeUpBroken(version, { takenUp, log });
    });
  });
}

/** DBOS makes its tables without a lock: two replicas that launch at once would break each other. */
async function launchDbos({ databaseUrl, log }: Parts, takenUp: TakenUp): Promise<void> {
  const lock = await acquireSessionLock({
    databaseUrl,
    name: "launch",
    retryForMs: launchWithinMs,
    log,
  });
  if (lock === undefined) throw new Error("Another replica is launching and does not end");
  try {
    await takenUp.prepare();
    await DBOS.launch();
  } finally {
    await lock.release();
  }
}

function register(parts: Parts, takenUp: TakenUp): void {
  const { workflows, log, inFlight, rooms, state } = parts;
  const { observeMove: observe = (_move, act) => act() } = parts;

  function add(name: WorkflowName, workflow: Workflow, room: Room): void {
    const registered = DBOS.registerWorkflow(
      async (input: string) =>
        inFlight.run(async () =>
          workflow(createDurable(log, { workflow: name, observe, enter: room.join() }), input),
        ),
      // It counts every restart, and a workflow that restarts often is not at fault for it.
      { name, maxRecoveryAttempts: 1_000_000 },
    );
    state.registered.set(name, registered);
  }

  add("advance", workflows.advance, rooms.work);
  for (const name of acknowledged) {
    add(name, createAskedWorkflow(workflows[name], { takenUp, log }), rooms.asked);
  }
}

/**
 * Starts a workflow, once for an id. Answers when it is written down that it runs, not when it ends. One
 * that broke runs again from its beginning: its steps look before they act, and the fault may be mended.
 *
 * Past `stop` it never answers: an error would be kept as the outcome of the step that called, and that
 * step begins again at the next launch.
 */
async function start(
  { state, outside, version, log }: Parts,
  workflow: WorkflowName,
  { id, input }: { readonly id: string; readonly input: string },
): Promise<void> {
  const registered = state.registered.get(workflow);
  if (registered === undefined) throw new Error("The engine is not launched");
  if (state.phase === "over") return new Promise<never>(() => undefined);
  const once = { workflowID: id, workflowIDReusePolicy: "reject" } as const;
  try {
    await outside(async () => DBOS.startWorkflow(registered, once)(input));
  } catch (error) {
    if (!DbosErrors.isWorkflowIDInUseError(error)) throw error;
    await outside(async () => runAgainIfBroken(id, { version, log }));
  }
}

async function runAgainIfBroken(
  id: string,
  { version, log }: Pick<EngineOptions, "version" | "log">,
): Promise<void> {
  const status = await DBOS.getWorkflowStatus(id);
  // Cancelled is what `takeOver` leaves for a moment, or for good if it is killed in that moment.
  if (status?.status !== "ERROR" && status?.status !== "CANCELLED") return;
  log({ level: "warn", words: `The workflow ${id} broke earlier and runs again.` });
  await DBOS.rewindWorkflow(id, { applicationVersion: version });
}

/** Takes care of what nobody works on any more. */
async function takeOver(parts: Parts, living: ReadonlySet<string>): Promise<void> {
  const { executorId, version, log } = parts;
  const unfinished = await DBOS.listWorkflows({
    status: ["PENDING", "ENQUEUED"],
    loadInput: false,
    loadOutput: false,
  });
  const { ours, others } = findOrphans(unfinished, { executorId, version, living });
  if (ours.length > 0) await DBOS.resumeWorkflows([...ours]);
  for (const id of others) {
    // Under another version the steps may differ, so it begins at the first one.
    await DBOS.cancelWorkflow(id);
    await DBOS.rewindWorkflow(id, { applicationVersion: version });
  }
  const count = ours.length + others.length;
  if (count === 0) return;
  parts.onTakeOver?.(count);
  log({ level: "warn", words: `Took over ${count} workflows nobody worked on.` });
}

async function stop(parts: Parts): Promise<void> {
  const { state, inFlight, heartbeat, ticker, log, drainForMs = 20_000 } = parts;
  if (state.phase === "over") return;
  state.phase = "draining";
  const isDrained = await inFlight.drain(drainForMs);
  if (!isDrained) log({ level: "warn", words: "Work in flight was cut off; it resumes later." });
  state.phase = "over";
  await ticker.stop();
  await DBOS.shutdown({
    deregister: true,
    ...(isDrained ? { workflowCompletionTimeoutMS: recordWithinMs } : {}),
  });
  await state.pool?.end();
  await heartbeat.leave();
  await state.lock?.release();
}
