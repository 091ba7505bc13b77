/** How fast one tenant is called, and when it was called last. Times are milliseconds of one clock that goes forward. */
export interface TenantPace {
  /** So many calls may begin within `withinMs`. */
  readonly most: number;
  readonly withinMs: number;
  /** When the last calls began, oldest first, `most` at most. */
  readonly begun: readonly number[];
  /** Nothing begins before, because the service said so. */
  readonly heldUntil: number;
}

/** @param callsPerSecond less than one is one call in so many seconds */
export function toPace(callsPerSecond: number): TenantPace {
  const most = Math.max(1, Math.floor(callsPerSecond));
  return { most, withinMs: (most * 1000) / callsPerSecond, begun: [], heldUntil: 0 };
}

/** When the next call may begin: now, or later. */
export function nextBegin({ most, withinMs, begun, heldUntil }: TenantPace, now: number): number {
  const [oldest] = begun;
  const freeAt = begun.length < most || oldest === undefined ? now : oldest + withinMs;
  return Math.max(now, freeAt, heldUntil);
}

export function begin(pace: TenantPace, at: number): TenantPace {
  return { ...pace, begun: [...pace.begun, at].slice(-pace.most) };
}

/** A hold is never made shorter by another. */
export function hold(pace: TenantPace, until: number): TenantPace {
  return { ...pace, heldUntil: Math.max(pace.heldUntil, until) };
}

/** Who waits, by who asks, in the order of their turns. */
export type Line<Ticket> = readonly Place<Ticket>[];

interface Place<Ticket> {
  readonly caller: string;
  /** Never empty. */
  readonly tickets: readonly Ticket[];
}

/** Stands in line: behind one's own, and a new caller behind everybody. */
export function join<Ticket>(line: Line<Ticket>, caller: string, ticket: Ticket): Line<Ticket> {
  if (!line.some((place) => place.caller === caller))
    return [...line, { caller, tickets: [ticket] }];
  return line.map((place) =>
    place.caller === caller ? { caller, tickets: [...place.tickets, ticket] } : place,
  );
}

/** Whose turn it is, and who stands in line without them. */
export interface Served<Ticket> {
  readonly ticket: Ticket;
  readonly line: Line<Ticket>;
}

/**
 * Takes the next out of the line. Callers take turns, one call each: one that asks for much delays nobody by more than
 * one call.
 */
export function serve<Ticket>(line: Line<Ticket>): Served<Ticket> | undefined {
  const [place, ...rest] = line;
  const [ticket, ...tickets] = place?.tickets ?? [];
  if (place === undefined || ticket === undefined) return undefined;
  const { caller } = place;
  return { ticket, line: tickets.length === 0 ? rest : [...rest, { caller, tickets }] };
}
