import type { Fault } from "../../flows/model/fault.ts";
import type { Result } from "../../result.ts";

/** An answer that is asked for once in a while, and once however many ask at the same time. */
export interface Memory<Value> {
  readonly get: () => Promise<Result<Value, Fault>>;
  /** The next one who asks is answered anew. */
  readonly forget: () => void;
}

interface Spans {
  /** Milliseconds that an answer is good for. */
  readonly forMs: number;
  /** Milliseconds for a no that another try would not change. What did not arrive is tried again at once. */
  readonly faultForMs: number;
  /** Milliseconds since any moment; never goes back. */
  readonly elapsedMs: () => number;
}

/** Remembers what was read. Safe to ask at any time; nothing is read before the first one asks. */
export function remember<Value>(
  read: () => Promise<Result<Value, Fault>>,
  { forMs, faultForMs, elapsedMs }: Spans,
): Memory<Value> {
  let known: { readonly answer: Result<Value, Fault>; readonly untilMs: number } | undefined;
  let underWay: Promise<Result<Value, Fault>> | undefined;

  /** What was forgotten while it was being read is not remembered. */
  function readAnew(): Promise<Result<Value, Fault>> {
    const reading = read()
      .then((answer) => {
        if (underWay === reading) known = { answer, untilMs: elapsedMs() + spanOf(answer) };
        return answer;
      })
      .finally(() => {
        if (underWay === reading) underWay = undefined;
      });
    return reading;
  }

  function spanOf(answer: Result<Value, Fault>): number {
    if (answer.ok) return forMs;
    return isPassing(answer.error) ? 0 : faultForMs;
  }

  return {
    get: () => {
      if (known !== undefined && elapsedMs() < known.untilMs) return Promise.resolve(known.answer);
      underWay ??= readAnew();
      return underWay;
    },
    forget: () => {
      known = undefined;
      underWay = undefined;
    },
  };
}

/** Whether another try may end otherwise without anybody's doing. */
export function isPassing({ kind }: Fault): boolean {
  return kind === "unreachable" || kind === "unknown";
}
