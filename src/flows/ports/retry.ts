import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { Clock } from "./clock.ts";

/** Tries after the first. */
const waitsMs = [500, 2_000, 8_000] as const;

/**
 * Repeats what never arrived, after the time the service names or growing ones. Nothing else: after
 * `unknown` the caller looks first.
 */
export async function retryUnreachable<Value>(
  clock: Clock,
  act: () => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> {
  let answer = await act();
  for (const waitMs of waitsMs) {
    if (answer.ok || answer.error.kind !== "unreachable") return answer;
    await clock.pause(atMost(answer.error.retryAfterMs ?? waitMs));
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

function atMost(ms: number): number {
  return ms > 30_000 ? 30_000 : ms;
}
