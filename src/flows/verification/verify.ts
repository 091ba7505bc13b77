import { err, ok } from "../../result.ts";
import type { StepContext, StepResult } from "../lifecycle/step-context.ts";
import { later } from "../model/ids.ts";
import { lookAtRequest } from "./look-at-request.ts";

/**
 * Looks at the tenant and compares it with what was asked. Changes nothing. What does not answer is waited for, for some
 * hours: one report that is always too slow must not hold a request for good. Then, and where the answer is no, it
 * counts as not seen: the credential is issued by now, and stays.
 */
export async function verify(acting: StepContext): Promise<StepResult> {
  const { verification, away } = await lookAtRequest(acting);
  if (away !== undefined && !hasWaited(acting)) return err(away);
  return ok({ verification });
}

const mostWaitedMs = 4 * 3_600_000;

function hasWaited({ deps, request: { delay } }: StepContext): boolean {
  return delay?.step === "verify" && deps.clock.now() >= later(delay.since, mostWaitedMs);
}
