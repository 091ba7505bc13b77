import type { StepContext, StepResult } from "../../../src/flows/lifecycle/step-context.ts";
import { accountIn } from "../../../src/flows/request/account-of-request.ts";
import { ok } from "../../../src/result.ts";

/** Tells who asked that the account can be used. Repeating tells it twice. */
export async function notifyRequester({ deps, request }: StepContext): Promise<StepResult> {
  const { userName } = accountIn(request);
  const words = `The integration user ${userName} can be used. (${request.id})`;
  const told = await deps.announcer.tell(request.askedBy, words);
  return told.ok ? ok({}) : told;
}
