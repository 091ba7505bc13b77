import type { Behind, HearUnreadable } from "../../flows/ports/outbox.ts";
import type { Job } from "./job.ts";
import { ranks } from "./next-calls.ts";
import type { PublisherParts } from "./parts.ts";
import { planRequest } from "./plans.ts";
import { putAside } from "./put-aside.ts";
import type { Turns } from "./turns.ts";

/** What was planned for a request when it was read last. */
export interface Plan {
  readonly round: number;
  readonly madeAt: number;
  readonly wasWorking: boolean;
  /** How many waited. */
  readonly all: number;
  readonly jobs: readonly Job[];
}

/** A plan is made anew after so many milliseconds also where nothing has happened: a channel may be back. */
const planKeepsMs = 15_000;

/** What only shows progress is read so often: with many at work, something happens to each of them all the time. */
const rereadEveryMs = 2000;

/** So many are read before calls have their turn again: reading all of them would keep Slack waiting. */
const mostAtOnce = 8;

/** Where more wait than so, one that has just begun is not read before it is due to be posted. */
const fewWaiting = 10;

interface Planning {
  readonly turns: Turns;
  readonly plans: Map<string, Plan>;
}

/**
 * Reads requests anew where something has happened since they were read, those first at which it is somebody's turn.
 *
 * @returns whether all of them are planned
 */
export async function planRequests(
  parts: PublisherParts,
  planning: Planning,
  onUnreadable: HearUnreadable,
): Promise<boolean> {
  const { plans, turns } = planning;
  const behind = await parts.outbox.listBehind(onUnreadable);
  const keys = new Set<string>(behind.map(({ request }) => request));
  for (const key of plans.keys()) if (!keys.has(key)) plans.delete(key);
  const due = behind
    .toSorted((one, other) => Number(one.isWorking) - Number(other.isWorking))
    .filter((one) => isDue(parts, planning, { one, all: behind.length }));
  for (const one of due.slice(0, mostAtOnce)) {
    const waiting = behind.filter(({ tenant }) => tenant === one.tenant).length;
    const jobs = await planSafely(parts, one, { isOpen: turns.isOpen, waiting });
    plans.set(one.request, toPlan(parts, one, { jobs, all: behind.length }));
  }
  return due.length <= mostAtOnce;
}

/** Whether a request has to be read now. What can wait among many is taken down, and read later. */
function isDue(
  parts: PublisherParts,
  { plans, turns }: Planning,
  { one, all }: { readonly one: Behind; readonly all: number },
): boolean {
  const { request, isWorking } = one;
  if (turns.isBusy(request)) return false;
  const known = plans.get(request);
  const isHasty = isWorking && isTooSoon(known, all);
  if (isHasty && all > fewWaiting) {
    plans.set(request, toPlan(parts, one, { jobs: [], all }));
    return false;
  }
  return known === undefined || isHasty || isOutdated(known, one, parts.elapsed() - known.madeAt);
}

/**
 * Whether nothing is planned yet, or only what nobody waits for, and sooner than now that more than twice as many wait:
 * of those that begin together the first would be posted before its card.
 */
function isTooSoon(known: Plan | undefined, all: number): boolean {
  if (known === undefined) return true;
  return all > 2 * known.all && known.jobs.every(({ rank }) => rank === ranks.record);
}

function isOutdated(
  { round, wasWorking, jobs }: Plan,
  now: Pick<Behind, "round" | "isWorking">,
  ageMs: number,
): boolean {
  if (ageMs >= planKeepsMs) return true;
  if (!now.isWorking || !wasWorking) return round !== now.round;
  return ageMs >= rereadEveryMs && (round !== now.round || jobs.length === 0);
}

function toPlan(
  { elapsed }: PublisherParts,
  { round, isWorking }: Behind,
  { jobs, all }: { readonly jobs: readonly Job[]; readonly all: number },
): Plan {
  return { round, madeAt: elapsed(), wasWorking: isWorking, all, jobs };
}

/** A request whose story cannot be read holds up no other. */
async function planSafely(
  parts: PublisherParts,
  one: Behind,
  around: Parameters<typeof planRequest>[2],
): Promise<readonly Job[]> {
  try {
    return await planRequest(parts, one, around);
  } catch (error) {
    if (parts.isDatabaseAway(error)) throw error;
    await putAside(parts, { kind: "request", key: one.request }, error);
    return [];
  }
}
