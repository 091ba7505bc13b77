import { describeError } from "../../describe-error.ts";
import { arrange, type Job } from "./job.ts";
import { ranks } from "./next-calls.ts";
import type { Outcome } from "./outcome.ts";
import { close, freeAt, type Pace, rested, settle, take } from "./pace.ts";
import type { PublisherParts } from "./parts.ts";
import { putAside } from "./put-aside.ts";

/** Makes calls when Slack takes them. What it knows is in memory only: whoever takes over finds it out again. */
export interface Turns {
  readonly isBusy: (key: string) => boolean;
  /** What calls are on their way for by now. */
  readonly listBusy: () => ReadonlySet<string>;
  /** Whether a channel takes what is posted, as far as is known. */
  readonly isOpen: (channel: string) => boolean;
  /** Begins what has its turn. @returns the milliseconds until something else may have, `atMostMs` at most. */
  readonly begin: (jobs: readonly Job[], atMostMs: number) => number;
  /** When the calls in flight are over. */
  readonly whenIdle: () => Promise<void>;
}

/** Calls at the same time. */
const mostInFlight = 4;

/** A channel that is gone is asked for again after so many milliseconds. */
const goneForMs = 15_000;

const firstDelayMs = 1000;
const mostDelayMs = 60_000;

/** After so many breaks in a row, something is set aside. */
const mostBreaks = 3;

interface Delay {
  readonly until: number;
  readonly ms: number;
  /** How many of the last tries broke, in a row. */
  readonly breaks: number;
}

type TurnsParts = Pick<PublisherParts, "elapsed" | "log" | "ledger" | "isDatabaseAway">;

interface State extends TurnsParts {
  readonly onEnd: (key: string) => void;
  readonly inFlight: Map<string, Promise<void>>;
  readonly closedUntil: Map<string, number>;
  readonly delays: Map<string, Delay>;
  /** How many turns each had since Slack had all of it. */
  readonly had: Map<string, number>;
  pace: Pace;
}

/** @param onEnd hears what a call was about when it is over, whatever came of it */
export function createTurns(parts: TurnsParts, onEnd: (key: string) => void): Turns {
  const { elapsed } = parts;
  const state: State = {
    ...parts,
    onEnd,
    inFlight: new Map(),
    closedUntil: new Map(),
    delays: new Map(),
    had: new Map(),
    pace: rested,
  };
  const { inFlight, closedUntil } = state;
  return {
    isBusy: (key) => inFlight.has(key),
    listBusy: () => new Set(inFlight.keys()),
    isOpen: (channel) => (closedUntil.get(channel) ?? 0) <= elapsed(),
    begin: (jobs, atMostMs) => begin(state, jobs, atMostMs),
    whenIdle: async () => {
      await Promise.all(inFlight.values());
    },
  };
}

function begin(state: State, jobs: readonly Job[], atMostMs: number): number {
  const { inFlight, had } = state;
  const keys = new Set(jobs.map(({ key }) => key));
  for (const key of had.keys()) if (!keys.has(key) && !inFlight.has(key)) had.delete(key);
  const now = state.elapsed();
  let nextAt = now + atMostMs;
  for (const job of arrange(jobs, had)) {
    if (inFlight.size >= mostInFlight) break;
    if (inFlight.has(job.key)) continue;
    const at = startOf(state, job, now);
    if (at <= now) beginOne(state, job);
    else nextAt = Math.min(nextAt, at);
  }
  return nextAt - now;
}

function startOf({ pace, delays }: State, { key, lane, rank, from }: Job, now: number): number {
  const isForRecord = rank === ranks.record;
  return Math.max(freeAt(pace, lane, { now, isForRecord }), from, delays.get(key)?.until ?? now);
}

function beginOne(state: State, job: Job): void {
  const { inFlight, had, elapsed } = state;
  const { key, lane } = job;
  const beganAt = elapsed();
  state.pace = take(state.pace, lane, beganAt);
  had.set(key, (had.get(key) ?? 0) + 1);
  const ended = runSafely(state, job).then(async (outcome) => {
    const answeredAt = isCalled(outcome) ? (outcome.answeredAt ?? elapsed()) : undefined;
    state.pace = settle(state.pace, lane, { beganAt, answeredAt });
    heed(state, job, outcome);
    if (outcome.kind === "broke") await giveUp(state, job, outcome.error);
    inFlight.delete(key);
    return state.onEnd(key);
  });
  inFlight.set(key, ended);
}

/** Whether Slack may have counted something: of what broke nobody knows. */
function isCalled({ kind, answeredAt }: Outcome): boolean {
  return answeredAt !== undefined || (kind !== "made" && kind !== "overtaken");
}

/** What a call's outcome means for those that follow. */
function heed(state: State, { key, lane }: Job, outcome: Outcome): void {
  const { delays, closedUntil, log } = state;
  const now = state.elapsed();
  const before = delays.get(key);
  delays.delete(key);
  switch (outcome.kind) {
    case "made":
      return;
    case "slow-down":
      state.pace = close(state.pace, lane, now + outcome.ms);
      return;
    case "channel-gone":
      closedUntil.set(outcome.channel, now + goneForMs);
      return;
    case "overtaken":
    case "broke":
    case "failed":
      delays.set(key, toDelay(now, before, outcome));
      if (outcome.kind === "failed" && before === undefined) describeFailure(log, outcome);
  }
}

function toDelay(now: number, before: Delay | undefined, { kind }: Outcome): Delay {
  const ms = before === undefined ? firstDelayMs : Math.min(mostDelayMs, before.ms * 2);
  return { until: now + ms, ms, breaks: kind === "broke" ? (before?.breaks ?? 0) + 1 : 0 };
}

async function runSafely({ log, isDatabaseAway }: TurnsParts, job: Job): Promise<Outcome> {
  try {
    return await job.run();
  } catch (error) {
    log.warn({ error: describeError(error) }, "something could not be shown, and is tried again");
    return isDatabaseAway(error) ? { kind: "overtaken" } : { kind: "broke", error };
  }
}

/** What breaks each time rests. Where the database is away by now, it is only tried again. */
async function giveUp(state: State, { row, key }: Job, error: unknown): Promise<void> {
  if ((state.delays.get(key)?.breaks ?? 0) < mostBreaks) return;
  try {
    await putAside(state, row, error);
    state.delays.delete(key);
  } catch {
    // The next try that breaks puts it aside.
  }
}

function describeFailure(
  log: PublisherParts["log"],
  { fault }: Extract<Outcome, { kind: "failed" }>,
): void {
  const facts = { outside: "Slack", fault: fault.code };
  log.warn(facts, "cannot show something, and tries again");
}
