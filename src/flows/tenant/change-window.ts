import { dayMs, type Instant, instant } from "../model/ids.ts";

export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** A stretch of every week, by the clock on the wall somewhere. */
export interface ChangeWindow {
  /** On which it opens. */
  readonly days: readonly (typeof weekdays)[number][];
  /** `HH:MM`. One that is not later than `from` is of the next day. */
  readonly from: string;
  readonly until: string;
  /** An IANA name, such as `Europe/Zurich`. */
  readonly timeZone: string;
}

export type WindowState =
  /** `closesAt` is absent where there are no windows, or where they leave no gap. */
  | { readonly kind: "open"; readonly closesAt?: Instant }
  | { readonly kind: "closed"; readonly opensAt: Instant };

interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** One week more than a week: in the week that the clocks change, a window may have no minute at all. */
const daysAhead = 15;

const daysOfYear = 366;

/**
 * Whether something may be activated at a moment. No windows: always. Times are read as `Temporal` reads
 * them by default: one that comes twice on the day that the clocks go back is the first, and one that is left out on
 * the day that they go forward is as much later.
 */
export function lookAtWindows(windows: readonly ChangeWindow[], at: Instant): WindowState {
  if (windows.length === 0) return { kind: "open" };
  const stretches = listStretches(windows, at, daysAhead);
  const closesAt = endOf(stretches, at);
  const isEndless = closesAt > at + dayMs * (daysAhead - 2);
  if (closesAt > at) return { kind: "open", ...(!isEndless && { closesAt: instant(closesAt) }) };
  const next = stretches.find(({ from }) => from > at);
  if (next === undefined) throw new Error("A change window never opens");
  return { kind: "closed", opensAt: instant(next.from) };
}

/**
 * The longest time from the end of a window to the next one, in the year after a moment: where the clocks change it may
 * be an hour or a week more. 0 where there is always one.
 *
 * @returns milliseconds
 */
export function longestGap(windows: readonly ChangeWindow[], at: Instant): number {
  let end: number = at;
  let longest = 0;
  for (const { from, until } of listStretches(windows, at, daysOfYear + daysAhead)) {
    // The one that the moment is in counts when it comes again: what lies before it is not all known.
    if (end > at && from - end > longest) longest = from - end;
    if (until > end) end = until;
  }
  return longest;
}

/** The end of what is open at a moment, over stretches that overlap or touch; the moment itself when none is. */
function endOf(stretches: readonly Stretch[], at: number): number {
  let end = at;
  for (const { from, until } of stretches) if (from <= end && until > end) end = until;
  return end;
}

/** Every time that one of the windows opens, from the day before a moment on for so many days. */
function listStretches(
  windows: readonly ChangeWindow[],
  at: Instant,
  ahead: number,
): readonly Stretch[] {
  return windows
    .flatMap((window) => listOpenings(window, at, ahead))
    .toSorted((one, other) => one.from - other.from);
}

function listOpenings(
  { days, from, until, timeZone }: ChangeWindow,
  at: Instant,
  most: number,
): readonly Stretch[] {
  const zone = openZone(timeZone);
  const today = zone.wallAt(at) - (zone.wallAt(at) % dayMs);
  const length = until > from ? 0 : dayMs;
  const stretches: Stretch[] = [];
  for (let ahead = -2; ahead < most; ahead += 1) {
    const day = today + ahead * dayMs;
    if (!days.some((name) => weekdays.indexOf(name) === weekdayOf(day))) continue;
    const opens = {
      from: zone.momentOf(day + toMs(from)),
      until: zone.momentOf(day + length + toMs(until)),
    };
    if (opens.until > opens.from) stretches.push(opens);
  }
  return stretches;
}

/** 0 for Sunday: the first of January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (day / dayMs + 4) % 7;
}

function toMs(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000;
}

/** The clock on the wall, as milliseconds that UTC would have if it showed the same. */
interface Zone {
  readonly wallAt: (moment: number) => number;
  readonly momentOf: (wall: number) => number;
}

/** @see ECMA-402, Intl.DateTimeFormat: `timeZoneName: "longOffset"` ends in `GMT+02:00`; `GMT` alone is none */
function openZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });

  function offsetAt(moment: number): number {
    const ahead = format.format(moment).replace(/^.*GMT/, "");
    const size = toMs(ahead.slice(1));
    return ahead.startsWith("-") ? -size : size;
  }

  function wallAt(moment: number): number {
    return moment + offsetAt(moment);
  }

  return {
    wallAt,
    momentOf: (wall) => {
      // A day before and a day after a change of the clocks have the two offsets that a time may be read with.
      const first = wall - offsetAt(wall - dayMs);
      const second = wall - offsetAt(wall + dayMs);
      return wallAt(first) === wall || wallAt(second) !== wall ? first : second;
    },
  };
}
