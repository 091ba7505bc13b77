import type { Instant } from "../model/ids.ts";
import { type ChangeWindow, lookAtWindows } from "./change-window.ts";

/** A stretch of time in which nothing takes effect, such as the end of a year. */
interface Freeze {
  readonly from: Instant;
  /** The first moment after it. */
  readonly until: Instant;
  /** What people read, such as `Year end: nothing changes before the audit`. */
  readonly why: string;
}

/** When changes of a tenant may take effect. */
export interface EffectTimes {
  /** None: always. */
  readonly changeWindows: readonly ChangeWindow[];
  readonly freezes: readonly Freeze[];
}

/** When changes may take effect again. */
export interface Reopening {
  readonly opensAt: Instant;
  /** Why they may not now, where that is a freeze. */
  readonly freeze?: string;
}

type EffectState =
  /** `closesAt` is absent where nothing ends it that is known. */
  | { readonly kind: "open"; readonly closesAt?: Instant }
  | ({ readonly kind: "closed" } & Reopening);

/** Whether changes may take effect at a moment: a change window is open, and no freeze holds. */
export function lookAtEffects({ changeWindows, freezes }: EffectTimes, at: Instant): EffectState {
  const frozen = findFreeze(freezes, at);
  if (frozen !== undefined) {
    const opensAt = findNext({ changeWindows, freezes }, frozen.until);
    return { kind: "closed", opensAt, freeze: frozen.why };
  }
  const window = lookAtWindows(changeWindows, at);
  if (window.kind === "closed") {
    return { kind: "closed", opensAt: findNext({ changeWindows, freezes }, window.opensAt) };
  }
  const ends = freezes.map(({ from }) => from).filter((from) => from > at);
  const [closesAt] = [
    ...ends,
    ...(window.closesAt === undefined ? [] : [window.closesAt]),
  ].toSorted((one, other) => one - other);
  return { kind: "open", ...(closesAt !== undefined && { closesAt }) };
}

/** The first moment from this one on: each look that finds it closed goes on where that ends. */
function findNext(times: EffectTimes, at: Instant): Instant {
  const state = lookAtEffects(times, at);
  return state.kind === "open" ? at : state.opensAt;
}

function findFreeze(freezes: readonly Freeze[], at: Instant): Freeze | undefined {
  return freezes.find(({ from, until }) => from <= at && at < until);
}
