import type { Result } from "../../result.ts";
import type { FlowDeps, Place } from "../ports/deps.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Facts } from "../request/event.ts";
import type { Fault } from "../model/fault.ts";
import type { Request } from "../request/request.ts";

/** One step in the bot's own hand, and what it needs to know. */
export interface Acting {
  readonly deps: FlowDeps;
  readonly place: Place;
  readonly request: Request;
  /** Whether this step was begun before: a crash may have come after the change and before its record. */
  readonly wasBegun: boolean;
}

/** What a step brings home, or why it could not: a fault, or words of our own. */
export type Acted = Result<Facts, Fault | Stopped>;

/** Our own rules stop the step: going on would touch what is not this request's. */
export interface Stopped {
  readonly kind: "stopped";
  readonly words: string;
  /** The step was reported as done, and does not look so. */
  readonly isDone?: true;
}

export function stopped(words: string): { readonly ok: false; readonly error: Stopped } {
  return { ok: false, error: { kind: "stopped", words } };
}

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
