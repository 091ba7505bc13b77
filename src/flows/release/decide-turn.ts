import { hasChanged } from "../lifecycle/has-changed.ts";
import { type Instant, later, type RequestId } from "../model/ids.ts";
import type { Request } from "../request/request.ts";
import {
  isGoingLive,
  isTakenBackByHand,
  letsHalfMadeGoOn,
  listAtWork,
  listUnderWay,
} from "./going-live.ts";
import {
  canJoin,
  mayBeHalfMadeByHand,
  mayHoldFromBefore,
  type ReleaseStanding,
  standingOf,
} from "./standing.ts";

/** So long a request that came to its activation waits for those that are on the way, in milliseconds. */
export const gatherMs = 60_000;

/** What a request does that came to the approval of its activation. */
export type Turn =
  /** It asks for itself, or as the release that it is. */
  | { readonly kind: "ask" }
  | { readonly kind: "wait"; readonly for: readonly RequestId[]; readonly gathersUntil: Instant }
  /** These go live together, oldest wait first, in a new release. */
  | { readonly kind: "form"; readonly members: readonly Request[] }
  /** Of a release: these are its requests from now on. */
  | { readonly kind: "gather"; readonly members: readonly Request[] }
  /** Of a release: none of its requests is in it any more. */
  | { readonly kind: "dissolve" };

/** A tenant's unfinished requests, in any order, and the moment. */
export interface Gathering {
  readonly all: readonly Request[];
  readonly now: Instant;
  /** Those that are asked for by themselves, such as those of whose own changes none is pending. Absent: none. */
  readonly without?: readonly Request[];
  /** Of which other requests a look shows something pending. Absent: nobody looked, and what was waited for is still. */
  readonly seen?: readonly RequestId[];
  /** Where each request has a card of its own: it waits for what is half made, and for nothing else. Absent: no. */
  readonly isEach?: boolean;
}

type Joins = (request: Request) => boolean;

interface Others {
  readonly posted: readonly Request[];
  readonly halfMade: readonly Request[];
  readonly onTheWay: readonly Request[];
  readonly queued: readonly Request[];
}

/**
 * Decides whose turn it is when a request comes to the approval of its activation. Nothing is shown to approvers while
 * another card of the tenant is out, or while something is half made: that would go live with it.
 */
export function decideTurn(me: Request, gathering: Gathering): Turn {
  const gathersUntil = me.gathersUntil ?? later(gathering.now, gatherMs);
  const others = sortOut(me, gathering);
  const joins = toJoins(gathering);
  if (gathering.isEach === true && me.members === undefined) {
    const awaited = toIds(others.halfMade.filter((one) => !isTakenBackByHand(one)));
    return awaited.length > 0 ? { kind: "wait", for: awaited, gathersUntil } : { kind: "ask" };
  }
  const first = findFirst({ ...me, gathersUntil }, others, { now: gathering.now, joins });
  if (first.length > 0) return { kind: "wait", for: toIds(first), gathersUntil };
  const joining = others.queued.filter(joins);
  const { id, members: known } = me;
  if (known !== undefined) return decideRelease({ id, known }, gathering.all, joining);
  if (!joins(me) || joining.length === 0) return { kind: "ask" };
  return { kind: "form", members: [...joining, me] };
}

function toJoins({ without = [] }: Gathering): Joins {
  const alone = without.map(({ id }) => id);
  return (one) => canJoin(one) && !alone.includes(one.id);
}

type Due = Request & Required<Pick<Request, "gathersUntil">>;

/** Those that come before it: a card that is out, what is half made, a release that gathers, what is on the way. */
function findFirst(
  me: Due,
  others: Others,
  { now, joins }: { readonly now: Instant; readonly joins: Joins },
): readonly Request[] {
  const { posted, halfMade, onTheWay, queued } = others;
  if (posted.length > 0) return posted;
  if (halfMade.length > 0 || me.members !== undefined) return halfMade;
  const open = [...onTheWay, ...queued].filter(({ members }) => members !== undefined);
  if (open.length > 0) return open;
  if (onTheWay.length > 0 && now < me.gathersUntil) return onTheWay;
  // Who goes live by itself alone keeps its place in the line.
  return queued
    .slice(0, 1)
    .filter((oldest) => (!joins(oldest) || !joins(me)) && isOlder(oldest, me));
}

function decideRelease(
  { id: release, known }: { readonly id: RequestId; readonly known: readonly RequestId[] },
  all: readonly Request[],
  joining: readonly Request[],
): Turn {
  const joined = all.filter((one) => isJoinedTo(release, one));
  const members = [...joined, ...joining];
  if (members.length === 0) return { kind: "dissolve" };
  // One that left it, such as to be edited, and has come back joins it anew.
  const isSame =
    joining.length === 0 &&
    members.length === known.length &&
    members.every(({ id }) => known.includes(id));
  return isSame ? { kind: "ask" } : { kind: "gather", members };
}

/** Whether a request is a part of a release by now, and stays in it. */
export function isJoinedTo(release: RequestId, { phase, closing }: Request): boolean {
  return closing === undefined && phase.kind === "waiting-for-release" && phase.release === release;
}

function sortOut(me: Request, { all, seen = listAwaited(me) }: Gathering): Others {
  const others = all.filter(({ id }) => id !== me.id);
  const byHand = others.filter((one) => seen.includes(one.id) && mayBeHalfMadeByHand(one));
  return {
    posted: pick(others, "posted"),
    halfMade: [...pick(others, "half-made"), ...byHand],
    onTheWay: pick(others, "on-the-way"),
    queued: pick(others, "queued").toSorted((one, other) => (isOlder(one, other) ? -1 : 1)),
  };
}

function listAwaited({ phase }: Request): readonly RequestId[] {
  return phase.kind === "waiting-for-release" ? phase.for : [];
}

function pick(requests: readonly Request[], standing: ReleaseStanding): readonly Request[] {
  return requests.filter((one) => standingOf(one) === standing);
}

function isOlder(one: Request, other: Request): boolean {
  const [mine, theirs] = [one.gathersUntil ?? 0, other.gathersUntil ?? 0];
  return mine === theirs ? one.id < other.id : mine < theirs;
}

function toIds(requests: readonly Request[]): readonly RequestId[] {
  return requests.map(({ id }) => id);
}

/**
 * Which requests it waits for before its next step. What makes something pending: the card that is out, or those whose wait
 * for others is over; where each has a card of its own, an activation that may be made in this moment. What has changed
 * something already waits for these alone, since the others wait for it, and not for an activation that waits for it. The
 * activation itself waits for what is half made.
 */
export function findHolders(me: Request, gathering: Gathering): readonly RequestId[] {
  const { now, all } = gathering;
  if (me.closing !== undefined) return toIds(listAtWork(all));
  if (standingOf(me) === "posted") return toIds(listUnderWay(me, all));
  const { posted, queued, onTheWay } = sortOut(me, gathering);
  const isHalfMade = hasChanged(me);
  const first = posted.filter((one) =>
    gathering.isEach === true ? isGoingLive(one) : !isHalfMade || !letsHalfMadeGoOn(one),
  );
  if (first.length > 0) return toIds(first);
  if (isHalfMade || mayHoldFromBefore(me)) return [];
  const due = [...queued, ...onTheWay].filter(
    ({ gathersUntil }) => gathersUntil !== undefined && gathersUntil <= now,
  );
  return toIds(due);
}

/** Of which other requests a look shows something pending, to each of those that it was made for. */
export type LookedFor = ReadonlyMap<RequestId, readonly RequestId[]>;

/**
 * Which requests of a tenant go on by now, of those that wait for others: each looks for itself what its turn is. Nothing
 * where a card is out.
 */
export function listToGoOn(
  gathering: Omit<Gathering, "seen" | "without">,
  looked: LookedFor = new Map(),
): readonly Request[] {
  const waiting = gathering.all.filter(({ phase }) => phase.kind === "waiting-for-release");
  const held = waiting.filter(
    (one) => isHeldBefore(one) && findHolders(one, gathering).length === 0,
  );
  if (held.length > 0) return held;
  const queued = waiting
    .filter((one) => standingOf(one) === "queued")
    .toSorted((one, other) => (isOlder(one, other) ? -1 : 1));
  // A release that waits takes in whoever has come meanwhile.
  const first = queued.find(({ members }) => members !== undefined) ?? queued[0];
  const next = gathering.isEach === true ? queued : [first].filter((one) => one !== undefined);
  return next.filter((one) => {
    const seen = looked.get(one.id);
    return decideTurn(one, { ...gathering, ...(seen && { seen }) }).kind !== "wait";
  });
}

/** Those that wait for nothing but what a person may have half made: whether it is there still shows a look alone. */
export function listWaitingByHand(all: readonly Request[]): readonly Request[] {
  const byHand = new Set(all.filter(mayBeHalfMadeByHand).map(({ id }) => id));
  return all.filter((one) => {
    const awaited = listAwaited(one);
    return standingOf(one) === "queued" && awaited.some((id) => byHand.has(id));
  });
}

/** Whether it waits before a step that would make something pending. */
function isHeldBefore(request: Request): boolean {
  const standing = standingOf(request);
  return standing !== "queued" && standing !== "joined";
}
