import type { SeenActivations } from "../../../src/flows/model/activations.ts";
import type { Instant, TenantName } from "../../../src/flows/model/ids.ts";
import type { Tally } from "../../../src/flows/ports/figures.ts";
import type { Watch } from "../../../src/flows/ports/watch.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

const claimMs = 120_000;

interface Queued {
  readonly notice: Notice;
  claimedUntil: number;
  isPosted: boolean;
}

/** What is watched, in memory, and what the looks came to. */
export interface FakeWatch extends Watch {
  readonly tallies: () => readonly Tally[];
}

/** What is watched, in memory. */
export function createFakeWatch(mishaps: FaultInjector = createMishaps()): FakeWatch {
  const seen = new Map<TenantName, SeenActivations>();
  const turns = new Map<string, Instant>();
  const queued = new Map<string, Queued>();
  const tallies = new Map<string, Tally>();

  function claim(now: Instant): Notice | undefined {
    const next = [...queued.values()]
      .toSorted((one, other) => one.notice.madeAt - other.notice.madeAt)
      .find(({ isPosted, claimedUntil }) => !isPosted && claimedUntil <= now);
    if (next !== undefined) next.claimedUntil = now + claimMs;
    return next?.notice;
  }

  function queue(notices: readonly Notice[]): void {
    for (const notice of notices) {
      if (queued.has(notice.key)) continue;
      queued.set(notice.key, { notice, claimedUntil: 0, isPosted: false });
    }
  }

  return {
    findSeen: (tenant) => mishaps.guard(() => seen.get(tenant)),
    keepSeen: (tenant, until, notices) =>
      mishaps.guard(() => {
        seen.set(tenant, until);
        queue(notices);
      }),
    queue: (notices) => mishaps.guard(() => queue(notices)),
    takeTurn: ({ name, everyMs, now }) =>
      mishaps.guard(() => {
        const last = turns.get(name);
        if (last !== undefined && last > now - everyMs) return false;
        turns.set(name, now);
        return true;
      }),
    keepTallies: (kept) =>
      mishaps.guard(() => {
        for (const tally of kept) tallies.set(`${tally.name} ${tally.tenant}`, tally);
      }),
    tallies: () => [...tallies.values()],
    claim: (now) => mishaps.guard(() => claim(now)),
    settle: (key) =>
      mishaps.guard(() => {
        const there = queued.get(key);
        if (there !== undefined) there.isPosted = true;
      }),
  };
}
