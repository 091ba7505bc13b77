import { isSameAccount } from "../model/account-name.ts";
import type { LogRead } from "../model/account-use.ts";
import type { Fault } from "../model/fault.ts";
import { dayMs, type Instant, later } from "../model/ids.ts";
import type { LoggedSignOn } from "../model/sign-on-log.ts";
import type { Clock } from "../ports/clock.ts";
import type { TenantContext } from "../ports/deps.ts";
import type { Log } from "../ports/log.ts";

/** Where nothing was read before, it begins so long ago. */
const firstMs = 7 * dayMs;
/** Lines can come late, and the tenant's clock is another. */
const overlapMs = 300_000;
/** The log is asked for so much time at once, and where that is too much for less, down to the second. */
const mostSpanMs = dayMs;
const leastSpanMs = 60_000;
/** One look goes on for so long at most, not counting the reading that is under way. */
const lookForMs = 60_000;

interface Looking {
  readonly deps: { readonly clock: Clock; readonly log: Log };
  readonly place: Pick<TenantContext, "tenant" | "workday">;
  /** Accounts whose lines are kept: everybody else's are none of the bot's business. */
  readonly names: readonly string[];
}

/** What one look read. */
interface LookedAt {
  readonly read: LogRead;
  readonly signOns: readonly LoggedSignOn[];
}

interface Pieces extends LookedAt {
  /** Whether anything was read. */
  readonly isRead: boolean;
  /** Whether it was read up to now, without a gap. */
  readonly isWhole: boolean;
  /** Why it was read no further; absent where time was up, or nothing was left. */
  readonly fault?: Fault;
}

/** What is known begins at `since`, and is read on at `from`. */
interface Beginning {
  readonly from: Instant;
  readonly since: Instant;
}

/**
 * Reads the tenant's log of sign-ons on from where it was read to, in pieces that are small enough, for a minute or so. What
 * is left is for the next look. A minute that holds more than may be read at once is left out, and what is known begins anew
 * after it.
 *
 * @returns `undefined` where nothing could be read
 */
export async function readSignOnLog(
  looking: Looking,
  before: LogRead | undefined,
): Promise<LookedAt | undefined> {
  const now = looking.deps.clock.now();
  const { isRead, read, signOns } = await readPieces(looking, beginAt(before, now));
  return isRead ? { read, signOns } : undefined;
}

/** Reads the log from then to now in the same way, and says whether that was all of it. */
export async function readSignOnsFrom(looking: Looking, from: Instant): Promise<Pieces> {
  return readPieces(looking, { from, since: from });
}

async function readPieces({ deps, place, names }: Looking, beginning: Beginning): Promise<Pieces> {
  const now = deps.clock.now();
  const signOns: LoggedSignOn[] = [];
  let { from, since } = beginning;
  let spanMs = mostSpanMs;
  let isRead = false;
  let fault: Fault | undefined;
  while (from < now && deps.clock.now() < later(now, lookForMs)) {
    const to = earlier(later(from, spanMs), now);
    const piece = await place.workday.readSignOns({ from, to });
    if (!piece.ok) {
      warn(deps.log, place, piece.error.kind);
      fault = piece.error;
      break;
    }
    if (piece.value.kind === "seen") {
      signOns.push(...piece.value.signOns.filter((one) => isOfAny(names, one)));
    } else if (spanMs > leastSpanMs) {
      spanMs = spanMs / 4 > leastSpanMs ? spanMs / 4 : leastSpanMs;
      continue;
    } else since = to;
    isRead = true;
    from = to;
  }
  const isWhole = from >= now && since === beginning.since;
  return { isRead, isWhole, read: { since, until: from }, signOns, ...(fault && { fault }) };
}

function beginAt(before: LogRead | undefined, now: Instant): Beginning {
  const first = later(now, -firstMs);
  if (before === undefined) return { from: first, since: first };
  return { from: later(before.until, -overlapMs), since: before.since };
}

function isOfAny(names: readonly string[], { userName }: LoggedSignOn): boolean {
  return names.some((name) => isSameAccount(name, userName));
}

/** Where the tenant has no such log for the bot, the doctor says so; everything else may pass. */
function warn(log: Log, { tenant: { name: tenant } }: Looking["place"], fault: string): void {
  if (fault === "denied" || fault === "rejected") return;
  log.warn({ tenant, fault }, "cannot read the log of sign-ons");
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
