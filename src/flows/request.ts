import type { Draft } from "./draft.ts";
import type { ApprovalAsked, Closing, Event, Facts, LeftBehind, Recorded } from "./event.ts";
import type { Instant, PersonId, RequestId } from "./ids.ts";
import type { Step, StepName } from "./plan.ts";
import { listDifferences, type VerificationItem } from "./verification.ts";

export type Phase =
  /** A workflow is at it. `since` is the version at which the work began: it names the workflow. */
  | { readonly kind: "working"; readonly since: number }
  | { readonly kind: "waiting-for-person"; readonly step: StepName; readonly expiresAt: Instant }
  | {
      readonly kind: "waiting-for-approval";
      readonly asked: ApprovalAsked;
      /** What is given so far, fewer than asked for. */
      readonly given: readonly GivenApproval[];
      /** How many of the configured times for a reminder have come. */
      readonly reminded: number;
    }
  /** A step failed in a way that trying again at once does not mend. */
  | {
      readonly kind: "stuck";
      readonly step: StepName;
      readonly words: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: "done" }
  | { readonly kind: "ended" };

/** One person's yes to exactly what was shown. */
export interface GivenApproval {
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Request {
  readonly id: RequestId;
  /** How many events made this state. */
  readonly version: number;
  readonly askedBy: PersonId;
  readonly openedAt: Instant;
  readonly draft: Draft;
  readonly plan: readonly Step[];
  /** Steps of the plan at hand that are finished, by whichever hand. */
  readonly finished: readonly StepName[];
  /** Steps that were begun: they may have changed something. */
  readonly begun: readonly StepName[];
  /** Who carried out steps in Workday, each once. */
  readonly carriedOutBy: readonly PersonId[];
  /** As many as were asked for, all for the same. */
  readonly approval?: { readonly given: readonly GivenApproval[]; readonly digest: string };
  /** Those on the second list may approve too. A card that is posted anew begins with the first again. */
  readonly isEscalated: boolean;
  readonly closing?: Closing;
  readonly leftBehind: readonly LeftBehind[];
  readonly facts: Facts;
  /** Steps of the clean-up that nobody could carry out. */
  readonly gaveUp: readonly StepName[];
  /** How many orders of a step are over, mostly with a no: a runner is asked again under another key. */
  readonly failures: Partial<Readonly<Record<StepName, number>>>;
  /** Differences from what was asked that were told last, at the end or at a later look. */
  readonly drift: readonly VerificationItem[];
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
  return { ...change(request, recorded), version: seq };
}

function open(
  { id, by, draft, plan }: Extract<Event, { kind: "opened" }>,
  { at, seq }: Recorded,
): Request {
  return {
    id,
    version: seq,
    askedBy: by,
    openedAt: at,
    draft,
    plan,
    finished: [],
    begun: [],
    carriedOutBy: [],
    isEscalated: false,
    leftBehind: [],
    facts: {},
    gaveUp: [],
    failures: {},
    drift: [],
    phase: { kind: "working", since: seq },
  };
}

// oxlint-disable-next-line complexity, max-lines-per-function -- one arm for each kind of event
function change(request: Request, { event, seq, at }: Recorded): Request {
  const { phase } = request;
  const working = phase.kind === "working" ? phase : ({ kind: "working", since: seq } as const);
  switch (event.kind) {
    case "opened":
      throw new Error(`${request.id} was opened twice`);
    case "step-begun":
      return { ...request, begun: union(request.begun, event.step) };
    case "step-finished":
      return {
        ...request,
        finished: union(request.finished, event.step),
        carriedOutBy:
          event.by === undefined ? request.carriedOutBy : union(request.carriedOutBy, event.by),
        facts: { ...request.facts, ...event.facts },
        phase: isWaitingFor(phase, event.step) ? working : phase,
      };
    case "handed-over":
      return {
        ...request,
        begun: union(request.begun, event.step),
        phase: { kind: "waiting-for-person", step: event.step, expiresAt: event.expiresAt },
      };
    case "person-refused":
      return {
        ...request,
        phase: { kind: "stuck", step: event.step, words: event.why, expiresAt: event.expiresAt },
      };
    case "step-failed":
      return fail(request, event);
    case "retried":
      return { ...request, phase: working };
    case "approval-asked":
      return {
        ...request,
        facts: { ...request.facts, unseen: event.unseen },
        isEscalated: false,
        phase: { kind: "waiting-for-approval", asked: event.asked, given: [], reminded: 0 },
      };
    case "approved":
      return approve(request, event, { at, working });
    case "reminded":
      if (phase.kind !== "waiting-for-approval") return request;
      return { ...request, phase: { ...phase, reminded: event.due } };
    case "escalated":
      return { ...request, isEscalated: true };
    case "approval-voided":
    case "approval-lapsed":
      return withoutApproval(request, working);
    case "closing":
      return {
        ...orderAnew(request, request.closing === undefined ? [] : namesOf(event.plan)),
        closing: event.closing,
        plan: event.plan,
        finished: [],
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
      return {
        ...request,
        leftBehind: [
          ...request.leftBehind.filter(({ what }) => what !== event.item.what),
          event.item,
        ],
      };
    case "gone":
      return {
        ...request,
        leftBehind: request.leftBehind.filter(({ what }) => what !== event.what),
      };
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
  }
}

/** The last of those asked for lets the work go on; whoever comes before it is kept with the wait. */
function approve(
  request: Request,
  { by, digest }: Extract<Event, { kind: "approved" }>,
  { at, working }: { readonly at: Instant; readonly working: Phase },
): Request {
  const { phase } = request;
  const isAsked = phase.kind === "waiting-for-approval";
  const given = [...(isAsked ? phase.given : []), { by, at }];
  if (isAsked && given.length < phase.asked.needed)
    return { ...request, phase: { ...phase, given } };
  const finished = union(request.finished, "approve");
  return { ...request, approval: { given, digest }, finished, phase: working };
}

function isWaitingFor(phase: Phase, step: StepName): boolean {
  return phase.kind === "waiting-for-person" && phase.step === step;
}

function fail(request: Request, event: Extract<Event, { kind: "step-failed" }>): Request {
  const { step, words, expiresAt, isAnswered } = event;
  const answered = isAnswered ? orderAnew(request, [step]) : request;
  return { ...answered, phase: { kind: "stuck", step, words, expiresAt } };
}

function withoutApproval(request: Request, phase: Phase): Request {
  const { approval: _void, ...rest } = orderAnew(request, ["activate"]);
  return { ...rest, finished: rest.finished.filter((step) => step !== "approve"), phase };
}

/** These orders are over: a runner that keeps its answers is asked under other keys. */
function orderAnew(request: Request, steps: readonly StepName[]): Request {
  const failures = { ...request.failures };
  for (const step of steps) failures[step] = (failures[step] ?? 0) + 1;
  const begun = request.begun.filter((step) => step !== "activate" || !steps.includes(step));
  return { ...request, failures, begun };
}

function namesOf(plan: readonly Step[]): readonly StepName[] {
  return plan.map(({ name }) => name);
}

function union<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items : [...items, item];
}
