import { limitsOf, type Rule } from "./limits.ts";
import { type Taken, takeTurn } from "./window.ts";

export interface PacedCall {
  readonly method: string;
  /** Where it posts to, for methods that are limited by channel. */
  readonly channel?: string;
}

/** Keeps the limits of every method over a Slack's life. */
export interface Pacer {
  /** Takes a call's turn: `undefined` when it may go on, or the whole seconds of its Retry-After. */
  take(call: PacedCall): number | undefined;
}

/**
 * `pace` is 1 for Slack's own limits, 60 for as many calls a second as Slack takes a minute, `Infinity` for none.
 * Retry-After has whole seconds at every pace: a faster one asks for longer waits than it needs.
 */
export function createPacer(pace: number, now: () => number): Pacer {
  if (!(pace > 0)) throw new Error(`A pace is above 0, not ${pace}`);
  const counted = new Map<string, Taken>();

  return {
    take: (call) => {
      if (pace === Number.POSITIVE_INFINITY) return undefined;
      const at = now();
      const turns = limitsOf(call.method).map((rule) => {
        const key = keyOf(call, rule);
        const limit = { most: rule.most, withinMs: rule.withinMs / pace };
        return { key, turn: takeTurn(counted.get(key) ?? [], limit, at) };
      });
      const waits = turns.flatMap(({ turn }) => (turn.kind === "refused" ? [turn.waitMs] : []));
      if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits) / 1000));

      for (const { key, turn } of turns) {
        if (turn.kind === "granted") counted.set(key, turn.taken);
      }
      return undefined;
    },
  };
}

function keyOf({ method, channel }: PacedCall, { of }: Rule): string {
  return of === "workspace" ? method : `${method} into ${channel ?? "nowhere"}`;
}
