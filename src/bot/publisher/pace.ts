/** So many calls within any such stretch of time, in milliseconds. */
interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/**
 * Calls that share a limit: those of one method, or its posts into one channel, such as `chat.postMessage C024BE91L`.
 */
export type Lane = `chat.postMessage ${string}` | Exclude<Method, "chat.postMessage">;

type Method =
  | "chat.postMessage"
  | "chat.update"
  | "chat.delete"
  | "conversations.history"
  | "conversations.replies"
  | "conversations.open";

const tier3 = { most: 50, withinMs: 60_000 };

/** "One a second and channel, short bursts above it": of four, which is a guess. The others are tier 3. */
const posting = { most: 4, withinMs: 4000 };

/** How much of a lane goes to what nobody waits for. */
const forRecord = 0.75;

/** A clock tick on both sides. */
const marginMs = 20;

/** One call. Slack has counted it when it answers: before, it may do so at any moment. */
interface Taken {
  readonly beganAt: number;
  readonly answeredAt?: number;
}

/** What was called when, and which lanes Slack has closed until when. By a clock that is never set. */
export interface Pace {
  readonly taken: ReadonlyMap<Lane, readonly Taken[]>;
  readonly closedUntil: ReadonlyMap<Lane, number>;
}

export const rested: Pace = { taken: new Map(), closedUntil: new Map() };

/**
 * The moment from which a lane takes another call: now, or later. What is only for the record leaves a part of the
 * lane to what people wait for.
 *
 * @see Slack: Rate limits
 */
export function freeAt(
  { taken, closedUntil }: Pace,
  lane: Lane,
  { now, isForRecord }: { readonly now: number; readonly isForRecord: boolean },
): number {
  const { most, withinMs } = limitOf(lane);
  const atMost = isForRecord ? Math.ceil(most * forRecord) : most;
  const counted = (taken.get(lane) ?? []).map(({ answeredAt = now }) => answeredAt);
  const inTheWay = counted.toSorted((one, other) => one - other).at(-atMost);
  const roomAt = inTheWay === undefined ? now : inTheWay + withinMs + marginMs;
  return Math.max(now, roomAt, closedUntil.get(lane) ?? now);
}

/** One more call, begun now. */
export function take(pace: Pace, lane: Lane, now: number): Pace {
  const { withinMs } = limitOf(lane);
  const recent = (pace.taken.get(lane) ?? []).filter(
    ({ answeredAt = now }) => answeredAt > now - withinMs - marginMs,
  );
  return { ...pace, taken: new Map(pace.taken).set(lane, [...recent, { beganAt: now }]) };
}

/** A call that was begun then is over: it was answered at a moment, or was not made after all. */
export function settle(
  pace: Pace,
  lane: Lane,
  { beganAt, answeredAt }: { readonly beganAt: number; readonly answeredAt: number | undefined },
): Pace {
  const all = pace.taken.get(lane) ?? [];
  const at = all.findIndex((one) => one.beganAt === beganAt && one.answeredAt === undefined);
  const others = all.filter((_one, index) => index !== at);
  const kept = answeredAt === undefined ? others : [...others, { beganAt, answeredAt }];
  return { ...pace, taken: new Map(pace.taken).set(lane, kept) };
}

/** Slack said to wait: the method, or the method for this channel, rests until then. */
export function close(pace: Pace, lane: Lane, until: number): Pace {
  return { ...pace, closedUntil: new Map(pace.closedUntil).set(lane, until) };
}

function limitOf(lane: Lane): Limit {
  return lane.startsWith("chat.postMessage ") ? posting : tier3;
}
