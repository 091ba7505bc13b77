import type { SlackFault } from "../slack/slack-call.ts";

/** What came of a call, for whoever decides when the next one is made. */
export type Outcome = Ending & {
  /** When Slack answered, by the clock that is never set; absent where it was not called. */
  readonly answeredAt?: number;
};

type Ending =
  | { readonly kind: "made" }
  /** Slack asks to wait with this lane. */
  | { readonly kind: "slow-down"; readonly ms: number }
  /** Nothing can be posted there until somebody mends the channel. */
  | { readonly kind: "channel-gone"; readonly channel: string }
  /** It is tried again after a while, longer each time. */
  | { readonly kind: "failed"; readonly fault: SlackFault }
  /** A bug, or a row that cannot be read or rendered. It is set aside when it breaks again and again. */
  | { readonly kind: "broke"; readonly error: unknown }
  /** Another replica writes by now, or may; or the database is away. */
  | { readonly kind: "overtaken" };

/** Where Slack names no time. */
const usualWaitMs = 5000;

/** What a failed call means for those that come after it. */
export function toOutcome(fault: SlackFault): Outcome {
  if (fault.code !== "ratelimited") return { kind: "failed", fault };
  const ms = fault.kind === "unreachable" ? (fault.retryAfterMs ?? usualWaitMs) : usualWaitMs;
  return { kind: "slow-down", ms };
}
