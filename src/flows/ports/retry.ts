import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { Clock } from "./clock.ts";

/** Tries after the first. */
const waitsMs = [500, 2_000, 8_000] as const;

/** Whoever has to wait for longer waits elsewhere. */
const mostMs = 30_000;

/**
 * Repeats what never arrived, after the time the service names or growing ones; what it puts off for long is handed on.
 * Nothing else: after `unknown` the caller looks first.
 */
export async function retryUnreachable<Value>(
  clock: Clock,
  act: () => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> {
  let answer = await act();
  for (const waitMs of waitsMs) {
    if (answer.ok || answer.error.kind !== "unreachable") return answer;
    const pauseMs = answer.error.retryAfterMs ?? waitMs;
    if (pauseMs > mostMs) return answer;
    await clock.pause(pauseMs);
    answer = await act();
  }
  return answer;
}

/** Repeats a read, which may be repeated after every failure that another try can mend. */
export async function retryRead<Value>(
  clock: Clock,
  read: () => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> {
  const answer = await retryUnreachable(clock, read);
  if (answer.ok || answer.error.kind !== "unknown") return answer;
  await clock.pause(waitsMs[0]);
  return retryUnreachable(clock, read);
}
