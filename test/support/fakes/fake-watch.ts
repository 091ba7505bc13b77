import type { SeenActivations } from "../../../src/flows/model/activations.ts";
import type { Instant, TenantName } from "../../../src/flows/model/ids.ts";
import type { Tally } from "../../../src/flows/ports/figures.ts";
import type { Watch } from "../../../src/flows/ports/watch.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import type { Outage } from "../../../src/flows/request/outage.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

export interface FakeWatch extends Watch {
  /** Every notice that was queued, each once, oldest first. */
  readonly queued: readonly Notice[];
  /** What the looks came to. */
  readonly tallies: () => readonly Tally[];
}

/** What is watched, in memory. */
export function createFakeWatch(mishaps: FaultInjector = createMishaps()): FakeWatch {
  const seen = new Map<TenantName, SeenActivations>();
  const turns = new Map<string, Instant>();
  const queued = new Map<string, Notice>();
  const tallies = new Map<string, Tally>();
  const uses = new Map<TenantName, Awaited<ReturnType<Watch["findUses"]>>>();
  const outages = new Map<string, Outage>();

  function queue(notices: readonly Notice[]): void {
    for (const notice of notices) {
      if (!queued.has(notice.key)) queued.set(notice.key, notice);
    }
  }

  return {
    get queued() {
      return [...queued.values()].toSorted((one, other) => one.madeAt - other.madeAt);
    },
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
    findUses: (tenant) => mishaps.guard(() => uses.get(tenant) ?? { uses: [] }),
    keepUses: (tenant, kept, notices) =>
      mishaps.guard(() => {
        uses.set(tenant, kept);
        queue(notices);
      }),
    listOutages: () => mishaps.guard(() => [...outages.values()]),
    beginOutage: (outage) =>
      mishaps.guard(() => {
        const name = `${outage.tenant} ${outage.outside}`;
        const known = outages.get(name);
        const isNew = known === undefined || (known.overAt ?? Infinity) <= outage.since;
        if (isNew) outages.set(name, outage);
      }),
    endOutage: ({ tenant, outside, at }) =>
      mishaps.guard(() => {
        const name = `${tenant} ${outside}`;
        const known = outages.get(name);
        if (known !== undefined && known.overAt === undefined)
          outages.set(name, { ...known, overAt: at });
      }),
    dropOutage: ({ tenant, outside }) =>
      mishaps.guard(() => {
        const name = `${tenant} ${outside}`;
        if (outages.get(name)?.overAt === undefined) outages.delete(name);
      }),
    keepTallies: (kept) =>
      mishaps.guard(() => {
        for (const tally of kept) tallies.set(`${tally.name} ${tally.tenant}`, tally);
      }),
    tallies: () => [...tallies.values()],
  };
}
