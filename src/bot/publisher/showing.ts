import { describeError } from "../../describe-error.ts";
import type { Log } from "../../flows/ports/log.ts";
import type { Publisher } from "./publisher.ts";
import { createSignal } from "./signal.ts";

/** What is shown beside requests, and waits for none of them. */
interface Beside {
  readonly changed: () => void;
  /** @returns milliseconds until there may be more to do */
  readonly look: () => Promise<number>;
}

/** After which it is looked again where that broke. */
const brokeMs = 15_000;

/** Looks again and again at what is to be shown beside requests; at once when something has happened. */
export function createLooking(beside: Beside, log: Log): Publisher {
  const signal = createSignal();
  const state = { isStopped: false, isFailing: false };
  let running: Promise<void> | undefined;

  async function lookSafely(): Promise<number> {
    try {
      const waitMs = await beside.look();
      state.isFailing = false;
      return waitMs;
    } catch (error) {
      if (!state.isFailing)
        log.warn({ error: describeError(error) }, "Home tabs are not shown anew");
      state.isFailing = true;
      return brokeMs;
    }
  }

  async function run(): Promise<void> {
    while (!state.isStopped) await signal.wait(await lookSafely());
  }

  return {
    start: () => {
      running ??= run();
    },
    wake: () => {
      beside.changed();
      signal.raise();
    },
    stop: async () => {
      state.isStopped = true;
      signal.raise();
      await running;
    },
  };
}

/** Both are begun, woken and stopped together; neither waits for the other. */
export function together(one: Publisher, other: Publisher): Publisher {
  return {
    start: () => {
      one.start();
      other.start();
    },
    wake: () => {
      one.wake();
      other.wake();
    },
    stop: async () => {
      await Promise.all([one.stop(), other.stop()]);
    },
  };
}
