import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import { listDifferences } from "../model/verification.ts";
import type { Step, StepName } from "../tasks/step.ts";
import { applyEdit } from "./apply-edit.ts";
import type { Draft } from "./draft.ts";
import { type EditState, noEdits } from "./edited.ts";
import type { Closing, Event, Leftover, Recorded } from "./event.ts";
import { approversIn, listVoices } from "./given-approval.ts";
import { keepLeftovers } from "./leftovers.ts";
import { closeOrders, finishStep, keepFailure, listOrderedAgain } from "./orders.ts";
import type { Delay, Phase, WholeApproval } from "./phase.ts";
import { isReleaseEvent } from "./release-event.ts";
import { moveRelease, type ReleaseState } from "./release-state.ts";
import { isReviewEvent, type Question } from "./review-event.ts";
import type { Facts } from "./step-facts.ts";
import { union } from "./union.ts";
import {
  keepFinished,
  keepLook,
  noVerdict,
  toAttested,
  type VerdictState,
} from "./verdict-events.ts";
import {
  callAgain,
  callParts,
  countFromCard,
  endsDelay,
  isWaitingFor,
  isWhole,
  moveReview,
  moveStart,
  moveWait,
  toGiven,
  waitForApproval,
  waitForOutside,
  waitForPerson,
} from "./waits.ts";
import { lastApproved, toWhole, withFollowed } from "./whole-approval.ts";

export interface Request extends VerdictState, ReleaseState, EditState {
  readonly id: RequestId;
  /** How many events made this state. */
  readonly version: number;
  readonly askedBy: PersonId;
  readonly openedAt: Instant;
  /** When the password that the account has now was stored; absent before. */
  readonly issuedAt?: Instant;
  readonly draft: Draft;
  readonly plan: readonly Step[];
  /** Steps of the plan at hand that are finished, by whichever hand. */
  readonly finished: readonly StepName[];
  /** Of a closed request: steps of the plan before its clean-up that are finished for sure. */
  readonly finishedBefore: readonly StepName[];
  /** Steps that were begun: they may have changed something. */
  readonly begun: readonly StepName[];
  /** Who carried out steps in Workday, or answered a question for its requester, each once. */
  readonly carriedOutBy: readonly PersonId[];
  readonly approval?: WholeApproval;
  /** Who gave the approvals before that one, and for whom. */
  readonly approvedBefore: readonly PersonId[];
  /** What approvers asked about it, oldest first. */
  readonly questions: readonly Question[];
  /** Those on the second list may approve too. A card that is posted anew begins with the first again. */
  readonly isEscalated: boolean;
  readonly closing?: Closing;
  readonly leftBehind: readonly Leftover[];
  readonly facts: Facts;
  /** Steps of the clean-up that nobody could carry out. */
  readonly gaveUp: readonly StepName[];
  /** How many orders of a step are over, mostly with a no: a runner is asked again under another key. */
  readonly failures: Partial<Readonly<Record<StepName, number>>>;
  /** What the activation did beside what was asked is told already. */
  readonly isLiveTold: boolean;
  /** When somebody else than the bot first signed on with the password, as far as the tenant's log showed. */
  readonly signedOn?: Instant;
  /** While the step at hand is tried again and again because something outside is away. */
  readonly delay?: Delay;
  readonly phase: Phase;
}

/** Rebuilds a request from its events; `undefined` when there are none. */
export function replay(events: readonly Recorded[]): Request | undefined {
  let request: Request | undefined;
  for (const recorded of events) request = evolve(request, recorded);
  return request;
}

export function evolve(request: Request | undefined, recorded: Recorded): Request {
  const { event, seq } = recorded;
  if (request === undefined) {
    if (event.kind !== "opened") throw new Error(`A request's first event is ${event.kind}`);
    return open(event, recorded);
  }
  const { delay, ...changed } = change(request, recorded);
  const isOver = delay === undefined || endsDelay.has(event.kind);
  return { ...changed, ...(!isOver && { delay }), version: seq };
}

function open(
  { id, by, draft, plan, inherited = [] }: Extract<Event, { kind: "opened" }>,
  { at, seq }: Recorded,
): Request {
  return {
    id,
    version: seq,
    askedBy: by,
    openedAt: at,
    draft,
    ...noEdits,
    plan,
    finished: [],
    finishedBefore: [],
    begun: [],
    carriedOutBy: inherited,
    approvedBefore: [],
    questions: [],
    isEscalated: false,
    leftBehind: [],
    facts: {},
    gaveUp: [],
    failures: {},
    ...noVerdict,
    isLiveTold: false,
    ...("members" in draft && { members: draft.members.map((member) => member.id) }),
    phase: { kind: "working", since: seq },
  };
}

// oxlint-disable-next-line complexity, max-lines-per-function -- one arm for each kind of event
function change(request: Request, { event, seq, at }: Recorded): Request {
  const { phase } = request;
  const working = phase.kind === "working" ? phase : ({ kind: "working", since: seq } as const);
  if (isReleaseEvent(event)) return { ...request, ...moveRelease(request, event, { at, working }) };
  if (isReviewEvent(event)) return { ...request, ...moveReview(request, event, { at, working }) };
  switch (event.kind) {
    case "opened":
      throw new Error(`${request.id} was opened twice`);
    case "edited":
      return { ...dropApproval(request), ...applyEdit(request, event, { at, working }) };
    case "step-begun":
      return { ...request, begun: union(request.begun, event.step) };
    case "step-finished":
      return {
        ...request,
        ...finishStep(request, event.step),
        carriedOutBy: union(request.carriedOutBy, event.by),
        ...keepFinished(request, event, at),
        ...(event.facts.secret !== undefined && { issuedAt: at }),
        phase: isWaitingFor(phase, event.step) ? working : phase,
      };
    case "handed-over":
      return {
        ...request,
        begun: union(request.begun, event.step),
        phase: waitForPerson(event, at),
      };
    case "started":
    case "start-lapsed":
      return { ...request, phase: moveStart(phase, event) };
    case "person-refused":
      return {
        ...request,
        phase: { kind: "stuck", step: event.step, words: event.why, expiresAt: event.expiresAt },
      };
    case "step-failed":
      return { ...request, ...keepFailure(request, event) };
    case "step-delayed":
      return { ...request, ...waitForOutside(request.delay, event, at) };
    case "rested":
      return { ...request, phase: moveWait(phase, event) };
    case "retried":
    case "resumed":
    case "window-opened":
      return { ...request, phase: working };
    case "window-awaited":
      return { ...request, phase: { ...event, kind: "waiting-for-window" } };
    case "window-closed":
      if (phase.kind !== "waiting-for-person") return request;
      return { ...request, phase: { ...phase, isWindowOver: true } };
    case "went-live":
      return { ...request, isLiveTold: true };
    case "approval-asked":
      return {
        ...request,
        facts: { ...request.facts, unseen: event.unseen },
        isEscalated: false,
        phase: waitForApproval(event),
      };
    case "approved":
      return approve(request, event, { at, working });
    case "approval-followed":
      return { ...request, ...withFollowed(request, event), phase: working };
    case "reminded":
      return { ...request, phase: callAgain(phase, event) };
    case "escalated":
      return { ...request, isEscalated: true, phase: callParts(phase, event) };
    case "approval-voided":
    case "approval-lapsed":
      return withoutApproval(request, working);
    case "closing":
      return {
        ...request,
        ...closeOrders(withPerhaps(request, event), listOrderedAgain(request, event.plan)),
        closing: event.closing,
        plan: event.plan,
        finished: [],
        finishedBefore: request.closing === undefined ? request.finished : request.finishedBefore,
        gaveUp: [],
        phase: working,
      };
    case "gave-up":
      return {
        ...request,
        finished: union(request.finished, event.step),
        gaveUp: union(request.gaveUp, event.step),
        phase: working,
      };
    case "left-behind":
    case "gone":
      return { ...request, leftBehind: keepLeftovers(request.leftBehind, event) };
    case "done":
      return {
        ...request,
        drift: listDifferences(event.verification?.items ?? []),
        phase: { kind: event.kind },
      };
    case "ended":
      return { ...request, phase: { kind: event.kind } };
    case "drifted":
      return { ...request, drift: event.items };
    case "looked-again":
      return { ...request, ...keepLook(request.facts, event) };
    case "attested":
      return { ...request, attested: [...request.attested, ...toAttested(event, at)] };
    case "signed-on":
      return { ...request, signedOn: event.signedOnAt };
    case "card-shown":
      return { ...request, phase: countFromCard(phase, event.afterMs) };
  }
}

/** The last of those asked for lets the work go on; whoever comes before it is kept with the wait. */
function approve(
  request: Request,
  event: Extract<Event, { kind: "approved" }>,
  { at, working }: { readonly at: Instant; readonly working: Phase },
): Request {
  const { phase } = request;
  // What counts stands with the release. Here it says who has approved this request, and nothing else.
  if (event.release !== undefined)
    return { ...request, approvedBefore: [...request.approvedBefore, ...listVoices([event])] };
  const isAsked = phase.kind === "waiting-for-approval";
  const given = [...(isAsked ? phase.given : []), toGiven(event, at)];
  if (isAsked && !isWhole(phase.asked, given)) return { ...request, phase: { ...phase, given } };
  const approvedBefore = [...request.approvedBefore, ...approversIn(request)];
  return { ...request, ...toWhole(request, given, event), approvedBefore, phase: working };
}

/** What was approved last counts for nothing; an approval that is only being asked for never counted. */
function withoutApproval(request: Request, phase: Phase): Request {
  const last = request.phase.kind === "waiting-for-approval" ? undefined : lastApproved(request);
  const isToActivate = last !== "approve-plan" && !request.finished.includes("activate");
  const orders = isToActivate ? closeOrders(request, ["activate"]) : {};
  const rest = { ...dropApproval(request), ...orders };
  return { ...rest, finished: rest.finished.filter((step) => step !== last), phase };
}

/** What may be done counts as begun. */
function withPerhaps(
  { failures, begun }: Request,
  { perhaps = [] }: Extract<Event, { kind: "closing" }>,
): Pick<Request, "failures" | "begun"> {
  return { failures, begun: [...begun, ...perhaps] };
}

/** What was approved counts for nothing. */
function dropApproval({ approval: _void, ...rest }: Request): Omit<Request, "approval"> {
  return rest;
}
