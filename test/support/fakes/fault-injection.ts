import type { Fault, Outside } from "../../../src/flows/model/fault.ts";
import { err, type Result } from "../../../src/result.ts";

/** Stands for the end of the process: nothing after it runs, and what was done before stays done. */
export class Killed extends Error {
  override readonly name = "Killed";
}

export interface PlannedFault {
  readonly kind: Fault["kind"];
  /** Whether the call takes effect before it fails: only `unknown` and `unreadable` may. */
  readonly isDone?: boolean;
  /** Of `unknown`: something answered, and a person has to look. */
  readonly isAnswered?: true;
  /** How often; every time until `clear`, when absent. */
  readonly times?: number;
  /** From which call of this name on, counted from 1; the next when absent. */
  readonly from?: number;
}

/** What goes wrong on request, and every call that was made. */
export interface FaultInjector {
  /** Names of the calls that may fail, in order, such as `workday.findAccount`. */
  readonly calls: readonly string[];
  /** How many places there were so far at which the process could have died. */
  readonly passed: () => number;
  /** Ends the process once, at the given place counted from 1. */
  readonly killAt: (place: number) => void;
  /** One plan for each name; a new one replaces the old. */
  readonly fail: (call: string, fault: PlannedFault) => void;
  readonly clear: () => void;
  /** Runs `act` once, just before the next call of this name, or its nth, takes effect. */
  readonly meanwhile: (call: string, act: () => Promise<void>, nth?: number) => void;
  /** A place that `meanwhile` may name, and that is no call to the outside. */
  readonly reach: (place: string) => Promise<void>;
  /** A place at which the process could die. */
  readonly pass: () => void;
  /** A call that cannot fail by itself. */
  readonly guard: <Value>(act: () => Value | Promise<Value>) => Promise<Value>;
  /** A call that may fail. */
  readonly meet: <Value>(
    call: string,
    act: () => Result<Value, Fault>,
  ) => Promise<Result<Value, Fault>>;
}

/** The sentence that every fault of a fake carries. */
export const faultWords = "The outside failed, in words that are safe to show.";

const outsides: Record<string, Outside> = {
  workday: "Workday",
  implementation: "Workday",
  runner: "runner",
  vault: "Key Vault",
};

export function aFault(kind: Fault["kind"], outside: Outside = "Workday"): Fault {
  return { kind, outside, words: faultWords };
}

function toFault(planned: PlannedFault | undefined, outside: Outside): Fault {
  const fault = aFault(planned?.kind ?? "unknown", outside);
  const isAnswered = fault.kind === "unknown" && planned?.isAnswered === true;
  return isAnswered ? { ...fault, isAnswered } : fault;
}

export function createMishaps(): FaultInjector {
  const calls: string[] = [];
  let places = 0;
  let deadly = 0;
  const planned = new Map<string, { readonly fault: PlannedFault; left: number }>();
  let interruption: { call: string; nth: number; act: () => Promise<void> } | undefined;

  function pass(): void {
    places += 1;
    if (places === deadly) throw new Killed(`killed at ${places}`);
  }

  function countOf(call: string): number {
    return calls.filter((made) => made === call).length;
  }

  function faultFor(call: string): PlannedFault | undefined {
    const plan = planned.get(call);
    const from = plan?.fault.from ?? 1;
    if (plan === undefined || plan.left === 0 || countOf(call) < from) return undefined;
    plan.left -= 1;
    return plan.fault;
  }

  async function reach(place: string): Promise<void> {
    if (interruption?.call !== place) return;
    const { act } = interruption;
    interruption = undefined;
    await act();
  }

  async function interrupt(call: string): Promise<void> {
    if (countOf(call) >= (interruption?.nth ?? 1)) await reach(call);
  }

  return {
    calls,
    pass,
    reach,
    passed: () => places,
    killAt: (place) => {
      deadly = place;
      places = 0;
    },
    fail: (call, fault) => {
      planned.set(call, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => planned.clear(),
    meanwhile: (call, act, nth = 1) => {
      interruption = { call, nth, act };
    },
    guard: async (act) => {
      const answer = await act();
      pass();
      return answer;
    },
    meet: async (call, act) => {
      calls.push(call);
      await interrupt(call);
      const fault = faultFor(call);
      const answer = fault === undefined || fault.isDone === true ? act() : undefined;
      pass();
      if (answer !== undefined && fault === undefined) return answer;
      const [port = ""] = call.split(".");
      return err(toFault(fault, outsides[port] ?? "Slack"));
    },
  };
}

/** Starts again what a dying process left off, as an engine's recovery does. */
export async function untilAlive(run: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}
