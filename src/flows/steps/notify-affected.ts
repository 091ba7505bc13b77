import { ok } from "../../result.ts";
import { type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import { accountIn } from "../request/account-of-request.ts";

/**
 * Tells everybody named on the request that the password changes now. Somebody whom Slack does not let the
 * bot write to holds nothing up: the channel says it too. Safe to repeat.
 */
export function notifyBefore(acting: StepContext): Promise<StepResult> {
  const { userName } = accountIn(acting.request);
  return tellEach(
    acting,
    "before",
    `The password of the integration user ${userName} (${acting.place.tenant.label}) changes within the next minute: whatever reads it from Key Vault has to read it again. For some seconds no version can be read.`,
  );
}

/** Tells everybody named on the request that the password is changed. Safe to repeat. */
export function notifyAfter(acting: StepContext): Promise<StepResult> {
  const { userName } = accountIn(acting.request);
  return tellEach(
    acting,
    "after",
    `The password of the integration user ${userName} (${acting.place.tenant.label}) is changed. The new version is in Key Vault under the same name; the one before is disabled.`,
  );
}

async function tellEach(
  { deps, request }: StepContext,
  when: "before" | "after",
  words: string,
): Promise<StepResult> {
  const { draft, id } = request;
  const people = "tell" in draft ? draft.tell : [];
  await deps.outbox.tell(
    people.map((person) => ({ key: `${when} ${id} ${person}`, person, words, request: id })),
  );
  return ok({});
}
