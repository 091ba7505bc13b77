import { setTimeout as pause } from "node:timers/promises";
import type { Result } from "../../result.ts";
import type { SlackFault } from "./slack-call.ts";

/** Milliseconds that a person waits for an answer while Slack limits the bot. */
export const personMs = 10_000;

/** Milliseconds that it may take to find out who somebody is: Slack counts by the minute, and a limit refuses nobody. */
export const listMs = 60_000;

/** Milliseconds that a window that is open waits for what it shows next: Slack counts its calls by the minute. */
export const windowMs = 60_000;

/** Milliseconds for a window to open: its trigger lives 3,000 from the click on. */
export const triggerMs = 2500;

/** Where Slack does not say how long, and so that nothing is asked in a tight circle. */
const longMs = 1000;
const shortMs = 200;

/**
 * Makes a call of a person's again after the wait that Slack asks for, as long as that is within `limitMs` from now on.
 * A call that was limited had no effect, so what must not happen twice may be made again as well.
 *
 * @see Slack: Rate limits, Retry-After
 */
export async function waitOutLimit<Answer>(
  limitMs: number,
  call: () => Promise<Result<Answer, SlackFault>>,
): Promise<Result<Answer, SlackFault>> {
  const beganAt = performance.now();
  for (;;) {
    const answer = await call();
    if (answer.ok) return answer;
    const waitMs = findWaitMs(answer.error);
    if (waitMs === undefined || performance.now() - beganAt + waitMs > limitMs) return answer;
    await pause(waitMs);
  }
}

function findWaitMs(fault: SlackFault): number | undefined {
  if (fault.kind !== "unreachable" || fault.code !== "ratelimited") return undefined;
  return Math.max(fault.retryAfterMs ?? longMs, shortMs);
}
