import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";

/** What the bot calls. `implementation` is Workday's Core_Implementation_Service. */
type Service = "slack" | "workday" | "reports" | "implementation" | "vault" | "runner";

/**
 * How a call ended: well, or in the kind of its fault. `limited` is a fault that says how long to wait; `broke` is a bug
 * of ours.
 */
export type CallOutcome = "ok" | "limited" | "broke" | Fault["kind"];

/** One kind of call. Both are words of our code: never what people typed, and few. */
export interface OutsideCall {
  readonly service: Service;
  /** Such as `chat.update`, or the name of a Workday operation. */
  readonly method: string;
}

/** Makes a call and takes note of how long it took and how it ended. What it answers or throws comes through as it is. */
export type Observe = <Answer>(
  call: OutsideCall,
  act: () => Promise<Answer>,
  judge: (answer: Answer) => CallOutcome,
) => Promise<Answer>;

/** Where nobody watches. */
export function unobserved<Answer>(
  _call: OutsideCall,
  act: () => Promise<Answer>,
): Promise<Answer> {
  return act();
}

export function toCallOutcome(answer: Result<unknown, Fault>): CallOutcome {
  if (answer.ok) return "ok";
  const fault = answer.error;
  return fault.kind === "unreachable" && fault.retryAfterMs !== undefined ? "limited" : fault.kind;
}

/** Makes one move of a workflow, `step` by its name in the code, and takes note of it. */
export type ObserveMove = <Answer>(
  move: { readonly workflow: string; readonly step: string },
  act: () => Promise<Answer>,
) => Promise<Answer>;
