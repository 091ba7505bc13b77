import { type Instant, instant, parseRequestId, type RequestId } from "./ids.ts";
import type { SecurityTimestamp } from "./tenant-reports.ts";

/** How far a tenant's activations have been looked at. */
export interface SeenActivations {
  /** The newest moment that was seen; 0 where the report was empty. */
  readonly at: Instant;
  /** Which activations of that very moment were seen: a report may be no finer than a second. */
  readonly keys: readonly string[];
}

/** Activations that nobody has looked at yet, oldest first. */
export function listNewer(
  timestamps: readonly SecurityTimestamp[],
  seen: SeenActivations,
): readonly SecurityTimestamp[] {
  return timestamps
    .filter((one) => one.at > seen.at || (one.at === seen.at && !seen.keys.includes(toKey(one))))
    .toSorted((one, other) => one.at - other.at);
}

/** What has been seen once these were. Never goes back, so an older report raises no alarm again. */
export function toSeen(
  timestamps: readonly SecurityTimestamp[],
  before: SeenActivations = { at: instant(0), keys: [] },
): SeenActivations {
  const at = timestamps.reduce((newest, one) => (one.at > newest ? one.at : newest), before.at);
  const keys = timestamps.filter((one) => one.at === at).map(toKey);
  return { at, keys: [...new Set([...(at === before.at ? before.keys : []), ...keys])] };
}

/** Requests that a comment names: the activation that the bot asks for carries its request's id. */
export function listNamed(comment: string): readonly RequestId[] {
  return comment.split(/[^0-9A-Za-z-]+/).flatMap((word) => {
    const id = parseRequestId(word);
    return id.ok ? [id.value] : [];
  });
}

/** The how-manieth activation this is whose comment names the request, counted from 1. */
export function rankOf(
  timestamps: readonly SecurityTimestamp[],
  one: SecurityTimestamp,
  id: RequestId,
): number {
  return timestamps.filter((other) => listNamed(other.comment).includes(id) && other.at <= one.at)
    .length;
}

/** One activation, told from every other. */
export function toKey({ at, by, comment }: SecurityTimestamp): string {
  return JSON.stringify([at, by, comment]);
}
