import { type AccountDraft, accountOf } from "./draft.ts";
import { type Request } from "./request.ts";

/** The account that this request is about. Throws for one about no account: no plan of such has this step. */
export function accountIn({ id, draft }: Request): AccountDraft {
  const account = accountOf(draft);
  if (account === undefined) throw new Error(`${id} is about no account`);
  return account;
}

/** The Integration_System_ID that this request's user hangs on. */
export function systemIdOf(request: Request): string {
  const { system } = accountIn(request);
  if (system.kind === "existing") return system.id;
  const { facts } = request;
  if (facts.systemId === undefined) throw new Error("The integration system is not made yet");
  return facts.systemId;
}
