/** So many calls within any such stretch of time. */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** When the calls were made that count yet, oldest first, in milliseconds. */
export type Taken = readonly number[];

export type Turn =
  | { readonly kind: "granted"; readonly taken: Taken }
  /** A refused call does not count: whoever asks too often waits no longer for it. */
  | { readonly kind: "refused"; readonly waitMs: number };

/** Whether one more call is within the limit at a moment, and if not, how long until it is. */
export function takeTurn(taken: Taken, { most, withinMs }: Limit, now: number): Turn {
  const recent = taken.filter((at) => at > now - withinMs);
  const inTheWay = recent.at(-most);
  if (recent.length < most || inTheWay === undefined) {
    return { kind: "granted", taken: [...recent, now] };
  }
  return { kind: "refused", waitMs: inTheWay + withinMs - now };
}
