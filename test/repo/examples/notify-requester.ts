import type { StepContext, StepResult } from "../../../src/flows/lifecycle/step-context.ts";
import { accountIn } from "../../../src/flows/request/account-of-request.ts";
import { ok } from "../../../src/result.ts";

/** Tells who asked that the account can be used. Safe to repeat: what is queued under a key stays as it is. */
export async function notifyRequester({ deps, request }: StepContext): Promise<StepResult> {
  const { id, askedBy: person } = request;
  const words = `The integration user ${accountIn(request).userName} can be used.`;
  await deps.outbox.tell([{ key: `can be used ${id}`, person, words, request: id }]);
  return ok({});
}
