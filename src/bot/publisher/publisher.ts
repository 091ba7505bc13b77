import { describeError } from "../../describe-error.ts";
import type { PublisherParts } from "./parts.ts";
import { type Plan, planRequests } from "./plan-requests.ts";
import { planMessages } from "./plans.ts";
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
  const isWhole = await planRequests(parts, state, unreadable.hear);
  const planned = [...state.plans.values()].flatMap(({ jobs }) => jobs);
  const busy = state.turns.listBusy();
  const messages = await planMessages(parts, state.turns.isOpen, unreadable.hear);
  for (const { row, error } of unreadable.rows) await putAside(parts, row, error);
  // What was read while its call was on its way is as it was before it: once that is over, it is read anew.
  const unbegun = messages.filter(({ key }) => !busy.has(key));
  return state.turns.begin([...planned, ...unbegun], isWhole ? lookEveryMs : 0);
}
