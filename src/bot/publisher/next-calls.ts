import { type Instant, later } from "../../flows/model/ids.ts";
import type { Display, Writing } from "../../flows/ports/outbox.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Phase } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import { isToldInThread, readingOf } from "./readings.ts";
import { listNews } from "./requester-news.ts";

/** What the publisher does for one request. The two that look find again what was posted before a crash. */
export type Showing = Writing | { readonly kind: "find-message" } | { readonly kind: "find-reply" };

/** How soon a call has its turn, lowest first. */
export type Rank = (typeof ranks)[keyof typeof ranks];

export const ranks = {
  /** Somebody waits for it to know that they have to act. */
  turn: 0,
  /** Buttons that do nothing any more vanish. */
  turnOver: 1,
  outcome: 2,
  direct: 3,
  record: 4,
} as const;

export interface Planned {
  readonly call: Showing;
  readonly rank: Rank;
  /** Not before this moment. */
  readonly from: Instant;
}

/** What is known of one request when its next calls are decided. */
export interface DisplayStanding {
  readonly request: Request;
  readonly story: readonly Recorded[];
  readonly display: Display;
  readonly now: Instant;
  /** False while nothing can be posted in the tenant's channel. */
  readonly isChannelOpen: boolean;
  /** Requests of the tenant that Slack is behind with, this one included. */
  readonly waiting: number;
}

/** Steps that follow each other within so many milliseconds are one update. */
const progressEveryMs = 5000;

/**
 * So long a new request's message waits for somebody's turn, and a second for each request that waits: a card that is
 * posted with it takes no update, and no reply that calls its approvers.
 */
const firstPostMs = { least: 2000, most: 15_000 };
const perRequestMs = 1000;

/** Where so many wait, buttons that do nothing any more stay a while: what comes next mostly takes them away as well. */
const manyWaiting = 5;
const turnOverMs = 10_000;
const perTurnOverMs = 200;

/** What Slack still needs of a request, the most urgent first. Nothing: it has everything. */
export function nextCalls(standing: DisplayStanding): readonly Planned[] {
  const { display, isChannelOpen } = standing;
  const lost = looking(standing);
  if (isChannelOpen && lost.length > 0) return lost;
  const there = isChannelOpen ? inChannel(standing) : [];
  const hasLink = display.place !== undefined || !isChannelOpen;
  return [...there, ...(hasLink ? telling(standing) : [])];
}

/** Whether anything at all is missing, also what cannot be posted now. */
export function isBehind(standing: DisplayStanding): boolean {
  return nextCalls({ ...standing, isChannelOpen: true }).length > 0;
}

function inChannel(standing: DisplayStanding): readonly Planned[] {
  const { display } = standing;
  const rank = rankOf(standing);
  if (display.place === undefined)
    return [{ call: { kind: "post" }, rank, from: postFrom(standing, rank) }];
  return [...updating(standing, rank), ...replying(standing)];
}

function postFrom(standing: DisplayStanding, rank: Rank): Instant {
  const { now, waiting } = standing;
  const ms = Math.max(firstPostMs.least, Math.min(waiting * perRequestMs, firstPostMs.most));
  return rank === ranks.record ? later(outdatedAt(standing), ms) : now;
}

/** Since when Slack shows something else. Where the clock was set back, nothing waits for longer than from now on. */
function outdatedAt({ story, display, now }: DisplayStanding): Instant {
  return min(story.find(({ seq }) => seq > display.shownVersion)?.at ?? now, now);
}

/** A post that may be there: it is looked for before anything else is begun, which would forget it. */
function looking({ display, now }: DisplayStanding): readonly Planned[] {
  const { writing, place } = display;
  if (writing?.kind === "post" && place === undefined) {
    return [{ call: { kind: "find-message" }, rank: ranks.turn, from: now }];
  }
  return writing?.kind === "reply" && place !== undefined
    ? [{ call: { kind: "find-reply" }, rank: ranks.turn, from: now }]
    : [];
}

/** Buttons come and go at once; mere progress waits for more of it. */
function updating(standing: DisplayStanding, rank: Rank): readonly Planned[] {
  const { shownVersion, isDoubtful } = standing.display;
  if (shownVersion >= standing.request.version && !isDoubtful) return [];
  return [{ call: { kind: "update" }, rank, from: updateFrom(standing, rank) }];
}

function updateFrom(standing: DisplayStanding, rank: Rank): Instant {
  const { display, now, waiting } = standing;
  const { shownAt, isDoubtful } = display;
  if (isDoubtful) return now;
  if (rank === ranks.record && shownAt !== undefined)
    return later(min(shownAt, now), progressEveryMs);
  if (rank !== ranks.turnOver || waiting < manyWaiting) return now;
  return later(outdatedAt(standing), Math.min(waiting * perTurnOverMs, turnOverMs));
}

function rankOf({ request, display }: DisplayStanding): Rank {
  const { phase } = request;
  if (isSomebodysTurn(phase.kind)) return ranks.turn;
  if (phase.kind === "done" || phase.kind === "ended") return ranks.outcome;
  // Its release's card links to it, and it is denied there.
  if (phase.kind === "waiting-for-release" && phase.release !== undefined) return ranks.outcome;
  const { shownPhase, place } = display;
  const hasButtons = place !== undefined && (shownPhase === undefined || shownPhase !== "working");
  return hasButtons ? ranks.turnOver : ranks.record;
}

const turns: ReadonlySet<Phase["kind"]> = new Set([
  "waiting-for-approval",
  "waiting-for-answer",
  "waiting-for-person",
  "stuck",
]);

function isSomebodysTurn(phase: Phase["kind"]): boolean {
  return turns.has(phase);
}

/** One reply for all that is to be told by now. A reply that was begun is ended as it began. */
function replying(standing: DisplayStanding): readonly Planned[] {
  const { display, now } = standing;
  if (display.reply !== undefined) {
    return [{ call: { kind: "reply", ...display.reply }, rank: ranks.turn, from: now }];
  }
  const news = listUntold(standing);
  const isCall = news.some((one) => isCalling(one, display));
  if (news.length === 0 || !(isCall || standing.request.phase.kind !== "working")) return [];
  const call = { kind: "reply", through: standing.request.version, part: 0 } as const;
  return [{ call, rank: isCall ? ranks.turn : ranks.record, from: now }];
}

/** What the thread has yet to tell, through one of the events or all of them. */
export function listUntold(
  { story, display }: Pick<DisplayStanding, "story" | "display">,
  through = Number.POSITIVE_INFINITY,
): readonly Recorded[] {
  return story.filter(
    (one) => one.seq > display.throughSeq && one.seq <= through && isToldInThread(one),
  );
}

/** A message that was posted with it has notified those whom it mentions. */
export function isCalling({ seq, event }: Recorded, { postedVersion }: Display): boolean {
  return seq > postedVersion && readingOf(event) === "call";
}

function telling({ request, story, display, now }: DisplayStanding): readonly Planned[] {
  if (listNews(story, display.toldSeq).length === 0) return [];
  const call = { kind: "tell", through: request.version } as const;
  return [{ call, rank: ranks.direct, from: now }];
}

function min(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
