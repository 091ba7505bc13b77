import type { OutboxRow } from "../../flows/ports/outbox.ts";
import type { Rank } from "./next-calls.ts";
import type { Outcome } from "./outcome.ts";
import type { Lane } from "./pace.ts";

/** One call that Slack needs, ready to be made. */
export interface Job {
  /** What is set aside where the call breaks again and again. */
  readonly row: OutboxRow;
  /** The request, notice or private message that it is about: one call of each at a time. */
  readonly key: string;
  readonly tenant: string;
  readonly rank: Rank;
  readonly lane: Lane;
  /** Since when it waits, by the database's clock. */
  readonly since: number;
  /** Not before this moment, by the clock that is never set. */
  readonly from: number;
  readonly run: () => Promise<Outcome>;
}

/**
 * The order in which calls have their turn: by rank, then in turns between tenants and between what each of them waits
 * for: whoever had fewer turns first, then whoever waits longest. A tenant with many requests holds up nobody else's, nor
 * does a request with long lists.
 */
export function arrange(jobs: readonly Job[], turns: ReadonlyMap<string, number>): readonly Job[] {
  const waiting = jobs
    .map((job) => ({ ...job, had: turns.get(job.key) ?? 0 }))
    .toSorted(
      (one, other) => one.rank - other.rank || one.had - other.had || one.since - other.since,
    );
  const places = new Map<string, number>();
  const placed = waiting.map((job) => {
    const queue = `${job.rank} ${job.tenant}`;
    const place = places.get(queue) ?? 0;
    places.set(queue, place + 1);
    return { job, place };
  });
  return placed
    .toSorted((one, other) => one.job.rank - other.job.rank || one.place - other.place)
    .map(({ job }) => job);
}
