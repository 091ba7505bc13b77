import { describeError } from "../../describe-error.ts";
import type { Behind, HearUnreadable } from "../../flows/ports/outbox.ts";
import type { Job } from "./job.ts";
import type { PublisherParts } from "./parts.ts";
import { planMessages, planRequest } from "./plans.ts";
import { collectUnreadable, putAside } from "./put-aside.ts";
import { createSignal } from "./signal.ts";
import { createTurns, type Turns } from "./turns.ts";

/** Brings Slack up to what the database says, at Slack's pace. One replica's does, the others' stand by. */
export interface Publisher {
  readonly start: () => void;
  /** Something is to be shown. */
  readonly wake: () => void;
  /** Lets the calls in flight end, and another replica take over at once. Safe to repeat. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds after which the backlog is looked at again without a signal. */
const lookEveryMs = 500;

/** After which another's lease is tried for, and a database that is away is asked again. */
const standByMs = 1000;

/** How often it is looked for what a change of hands has left to be shown once more. */
const againEveryMs = 5000;

/** A plan is made anew after so many milliseconds also where nothing has happened: a channel may be back. */
const planKeepsMs = 15_000;

interface Plan {
  readonly round: number;
  readonly until: number;
  readonly jobs: readonly Job[];
}

/** What is known between two looks. */
interface State {
  readonly turns: Turns;
  readonly plans: Map<string, Plan>;
  token: number | undefined;
  markedAt: number;
  isFailing: boolean;
  isStopped: boolean;
}

export function createPublisher(parts: PublisherParts): Publisher {
  const signal = createSignal();
  const plans = new Map<string, Plan>();
  const turns = createTurns(parts, (key) => {
    plans.delete(key);
    signal.raise();
  });
  const markedAt = Number.NEGATIVE_INFINITY;
  const state: State = {
    turns,
    plans,
    token: undefined,
    markedAt,
    isFailing: false,
    isStopped: false,
  };
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!state.isStopped) await signal.wait(await lookSafely(parts, state));
    await turns.whenIdle();
    await parts.holder.release().catch(() => undefined);
  }

  return {
    start: () => {
      running ??= run();
    },
    wake: signal.raise,
    stop: async () => {
      state.isStopped = true;
      signal.raise();
      await running;
    },
  };
}

/** The database may be away: then it is said once, and looked again. @returns for how long to wait. */
async function lookSafely(parts: PublisherParts, state: State): Promise<number> {
  try {
    const waitMs = await look(parts, state);
    state.isFailing = false;
    return waitMs;
  } catch (error) {
    const facts = { error: describeError(error) };
    if (!state.isFailing) parts.log.warn(facts, "the publisher cannot work, and tries again");
    state.isFailing = true;
    return standByMs;
  }
}

async function look(parts: PublisherParts, state: State): Promise<number> {
  const { holder, ledger, elapsed } = parts;
  const token = await holder.renew();
  if (token === undefined) return standByMs;
  if (token !== state.token) {
    state.plans.clear();
    await ledger.takeOver(token);
    state.token = token;
  }
  if (elapsed() >= state.markedAt + againEveryMs) {
    state.markedAt = elapsed();
    await ledger.markAgain();
  }
  const unreadable = collectUnreadable();
  await planRequests(parts, state, unreadable.hear);
  const planned = [...state.plans.values()].flatMap(({ jobs }) => jobs);
  const messages = await planMessages(parts, state.turns.isOpen, unreadable.hear);
  for (const { row, error } of unreadable.rows) await putAside(parts, row, error);
  return state.turns.begin([...planned, ...messages], lookEveryMs);
}

/** Reads a request anew only where something has happened since it was read. */
async function planRequests(
  parts: PublisherParts,
  { turns, plans }: State,
  onUnreadable: HearUnreadable,
): Promise<void> {
  const behind = await parts.outbox.listBehind(onUnreadable);
  const keys = new Set<string>(behind.map(({ request }) => request));
  for (const key of plans.keys()) if (!keys.has(key)) plans.delete(key);
  for (const one of behind) {
    const { request, round } = one;
    const now = parts.elapsed();
    const known = plans.get(request);
    if (turns.isBusy(request) || (known?.round === round && now < known.until)) continue;
    const waiting = behind.filter(({ tenant }) => tenant === one.tenant).length;
    const jobs = await planSafely(parts, one, { isOpen: turns.isOpen, waiting });
    plans.set(request, { round, until: now + planKeepsMs, jobs });
  }
}

/** A request whose story cannot be read holds up no other. */
async function planSafely(
  parts: PublisherParts,
  one: Behind,
  around: Parameters<typeof planRequest>[2],
): Promise<readonly Job[]> {
  try {
    return await planRequest(parts, one, around);
  } catch (error) {
    if (parts.isDatabaseAway(error)) throw error;
    await putAside(parts, { kind: "request", key: one.request }, error);
    return [];
  }
}
