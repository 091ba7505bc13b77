import { type Instant, later, type PersonId, type RequestId } from "../model/ids.ts";
import type { StepName } from "../tasks/step.ts";
import type { ApprovalAsked } from "./approval-asked.ts";
import type { Event } from "./event.ts";
import type { GivenApproval } from "./given-approval.ts";
import type { AnswerWait, ApprovalWait, Delay, OutsideWait, Phase } from "./phase.ts";
import type { Question, ReviewEvent } from "./review-event.ts";
import { union } from "./union.ts";

type Of<Kind extends Event["kind"]> = Extract<Event, { kind: Kind }>;

/** A card for approvers: what it asks for, and who is called. */
export function waitForApproval({ asked, standIns }: Of<"approval-asked">): ApprovalWait {
  const phase = { kind: "waiting-for-approval", asked, given: [], reminded: 0 } as const;
  return standIns === undefined ? phase : { ...phase, standIns };
}

/** Whoever may decide by now is called again. */
export function callAgain(phase: Phase, { due: reminded, standIns }: Of<"reminded">): Phase {
  if (phase.kind !== "waiting-for-approval") return phase;
  const { kind, asked, given, rest, called: secondLists } = phase;
  const called = standIns === undefined ? {} : { standIns };
  const kept = { ...(rest !== undefined && { rest }), ...(secondLists && { called: secondLists }) };
  return { kind, asked, given, reminded, ...kept, ...called };
}

/** Those on the second list of these parts may decide too from now on. */
export function callParts(phase: Phase, { parts }: Of<"escalated">): Phase {
  if (phase.kind !== "waiting-for-approval" || parts === undefined) return phase;
  return { ...phase, called: [...(phase.called ?? []), ...parts] };
}

export function waitForPerson(
  { step, expiresAt, windowClosesAt, commands, isOnTrust, needsStart }: Of<"handed-over">,
  handedAt: Instant,
): Phase {
  return {
    kind: "waiting-for-person",
    step,
    handedAt,
    expiresAt,
    ...(windowClosesAt !== undefined && { windowClosesAt }),
    ...(commands && { commands }),
    ...(isOnTrust && { isOnTrust }),
    ...(needsStart && { start: { kind: "needed" } as const }),
  };
}

/** Where the doer of an activation stands; a wait that another hand-over has replaced stays as it is. */
export function moveStart(phase: Phase, event: Of<"started" | "start-lapsed">): Phase {
  if (phase.kind !== "waiting-for-person" || phase.step !== event.step) return phase;
  if (event.kind === "start-lapsed")
    return { ...phase, start: { kind: "needed", wasStarted: true } };
  return { ...phase, start: { kind: "started", by: event.by, until: event.until } };
}

export function isWaitingFor(phase: Phase, step: StepName): boolean {
  return phase.kind === "waiting-for-person" && phase.step === step;
}

export function waitForOutside(
  before: Delay | undefined,
  { step, outside, words, attempt, since, retryAt, isTold, sentAt }: Of<"step-delayed">,
  at: Instant,
): { readonly delay: Delay; readonly phase: OutsideWait } {
  const toldAt = isTold === true ? at : (before?.toldAt ?? at);
  const wait = { step, outside, words, since, triedAt: at, retryAt };
  const sent = sentAt ?? (before?.step === step ? before.sentAt : undefined);
  return {
    delay: { step, outside, attempt, since, toldAt, ...(sent !== undefined && { sentAt: sent }) },
    phase: { kind: "waiting-for-outside", ...wait, ...(sentAt !== undefined && { sentAt }) },
  };
}

/** One voice of a wait for approvers. */
export function toGiven(
  { by, credential, countsFor, note, ...event }: Of<"approved">,
  at: Instant,
): GivenApproval {
  return {
    by,
    ...(event.for !== undefined && { for: event.for }),
    at,
    ...(credential !== undefined && { credential }),
    ...(countsFor !== undefined && { countsFor }),
    ...(note !== undefined && { note }),
  };
}

/** Whether as many have approved as are needed; of a release, for each of its parts. */
export function isWhole(
  { needed, parts }: Pick<ApprovalAsked, "needed" | "parts">,
  given: readonly GivenApproval[],
): boolean {
  if (parts === undefined) return given.length >= needed;
  return parts.every((part) => countFor(part.request, given) >= part.needed);
}

/** Whether one more approval may be the last that is needed. */
export function isLastNeeded(
  { needed, parts = [] }: Pick<ApprovalAsked, "needed" | "parts">,
  given: readonly GivenApproval[],
): boolean {
  if (parts.length === 0) return given.length + 1 >= needed;
  return parts.every((part) => countFor(part.request, given) + 1 >= part.needed);
}

/** How many of these approvals count for one part of a release. */
export function countFor(part: RequestId, given: readonly GivenApproval[]): number {
  return given.filter(({ countsFor }) => countsFor?.includes(part) === true).length;
}

/** A wait for people whose deadline is later by an outage in which they could not act; others stay as they are. */
export function moveWait(phase: Phase, { since, until, expiresAt }: Of<"rested">): Phase {
  if (phase.kind === "waiting-for-person") return { ...phase, expiresAt, restedUntil: until };
  if (phase.kind !== "waiting-for-approval") return phase;
  const ms = (phase.rest?.ms ?? 0) + until - since;
  return { ...phase, asked: { ...phase.asked, expiresAt }, rest: { ms, until } };
}

/** After these the step at hand got through, or is not at hand any more. */
export const endsDelay: ReadonlySet<Event["kind"]> = new Set([
  "step-finished",
  "handed-over",
  "step-failed",
  "window-awaited",
  "release-awaited",
  "release-joined",
  "approval-asked",
  "approval-followed",
  "approval-voided",
  "approval-lapsed",
  "edited",
  "closing",
  "gave-up",
  "done",
  "ended",
]);

/** Whoever could not see that it was their turn loses no time. */
export function countFromCard(phase: Phase, byMs: number): Phase {
  if (phase.kind === "waiting-for-approval") {
    const { askedAt, expiresAt } = phase.asked;
    const moved = { askedAt: later(askedAt, byMs), expiresAt: later(expiresAt, byMs) };
    return { ...phase, asked: { ...phase.asked, ...moved } };
  }
  if (!("expiresAt" in phase)) return phase;
  return { ...phase, expiresAt: later(phase.expiresAt, byMs) };
}

/** What of a request is moved by what approvers ask and are answered. */
interface Reviewed {
  readonly askedBy: PersonId;
  readonly carriedOutBy: readonly PersonId[];
  readonly questions: readonly Question[];
  readonly phase: Phase;
}

type Moment = { readonly at: Instant; readonly working: Phase };

/** After an approver answered neither yes nor no, or was answered. Where nobody waits for that, nothing changes. */
export function moveReview(
  reviewed: Reviewed,
  event: ReviewEvent,
  { at, working }: Moment,
): Partial<Omit<Reviewed, "askedBy">> {
  const { phase } = reviewed;
  switch (event.kind) {
    case "postponed":
      return phase.kind === "waiting-for-approval" ? { phase: putOff(phase, event, at) } : {};
    case "sent-back":
      return canBeSentBack(phase) ? sendBack(reviewed, event, at) : {};
    case "answer-reminded":
      return phase.kind === "waiting-for-answer"
        ? { phase: { ...phase, reminded: event.due } }
        : {};
    case "answered":
      return phase.kind === "waiting-for-answer"
        ? goBack(reviewed, phase, { event, at, working })
        : {};
  }
}

function putOff(wait: ApprovalWait, event: Of<"postponed">, at: Instant): ApprovalWait {
  const { kind: _postponed, ...said } = event;
  return { ...wait, postponed: { ...said, at } };
}

function canBeSentBack({ kind }: Phase): boolean {
  return kind === "waiting-for-approval" || kind === "waiting-for-release";
}

/** One of a release leaves it: there is no card of its own to come back to. */
function sendBack(
  { questions, phase }: Reviewed,
  event: Of<"sent-back">,
  at: Instant,
): Pick<Reviewed, "phase" | "questions"> {
  const { kind: _sent, expiresAt, ...asked } = event;
  const back = phase.kind === "waiting-for-approval" ? { back: phase } : {};
  return {
    phase: { kind: "waiting-for-answer", ...back, since: at, expiresAt },
    questions: [...questions, { ...asked, at }],
  };
}

/** Whoever answered for the requester has a hand in the request. */
function goBack(
  { questions, askedBy, carriedOutBy }: Reviewed,
  wait: AnswerWait,
  { event, at, working }: Moment & { readonly event: Of<"answered"> },
): Omit<Reviewed, "askedBy"> {
  const { by, answer: words } = event;
  const answered = questions.map((one, index) =>
    index === questions.length - 1 ? { ...one, answer: { by, at, words } } : one,
  );
  const hands = by === askedBy ? carriedOutBy : union(carriedOutBy, by);
  const phase = comeBack(wait, event, at) ?? working;
  return { phase, questions: answered, carriedOutBy: hands };
}

/** The card that was out, with the time that approvers had left; `undefined` where there was none. */
function comeBack(
  { back, since }: AnswerWait,
  { expiresAt }: Of<"answered">,
  at: Instant,
): ApprovalWait | undefined {
  if (back === undefined) return undefined;
  const ms = (back.rest?.ms ?? 0) + at - since;
  const asked = { ...back.asked, expiresAt: expiresAt ?? back.asked.expiresAt };
  return { ...back, asked, rest: { ms, until: at } };
}
