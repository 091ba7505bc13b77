import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { FlowDeps, TenantContext } from "../ports/deps.ts";
import type { Request } from "../request/request.ts";
import type { Facts } from "../request/step-facts.ts";

/** One step in the bot's own hand, and what it needs to know. */
export interface StepContext {
  readonly deps: FlowDeps;
  readonly place: TenantContext;
  readonly request: Request;
  /** Whether this step was begun before: a crash may have come after the change and before its record. */
  readonly wasBegun: boolean;
}

/** What a step brings home, or why it could not: a fault, or words of our own. */
export type StepResult = Result<Facts, Fault | Stopped>;

/** Our own rules stop the step: going on would touch what is not this request's. */
export interface Stopped {
  readonly kind: "stopped";
  readonly words: string;
  /** The step was reported as done, and does not look so. */
  readonly isDone?: true;
  /** The field of the form that it is about. */
  readonly field?: string;
}

/** @param field the field of the form that it is about, where it is about one */
export function refuse(
  words: string,
  field?: string,
): { readonly ok: false; readonly error: Stopped } {
  const about = field === undefined ? {} : { field };
  return { ok: false, error: { kind: "stopped", words, ...about } };
}
