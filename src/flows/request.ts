import type { Draft } from "./draft.ts";
import type { Instant, PersonId, RequestId } from "./ids.ts";
import type { PendingChanges, PendingDifference } from "./pending.ts";
import type { Step, StepName } from "./plan.ts";

/** Why a request ends without the user it asked for. */
export type Closing =
  | { readonly kind: "denied"; readonly by: PersonId; readonly reason: string }
  | { readonly kind: "withdrawn"; readonly by: PersonId }
  /** Nobody decided, or nobody acted, in time. */
  | { readonly kind: "expired" };

/** What an approver is shown, and what an approval counts for. */
export interface ApprovalAsked {
  /** Digest of plan and pending changes; it travels in the buttons. */
  readonly digest: string;
  readonly pending: PendingChanges;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
}

export interface SecretReference {
  readonly name: string;
  readonly version: string;
  /** `https://{vault}.vault.azure.net/secrets/{name}`, without and with the version. */
  readonly url: string;
  readonly versionedUrl: string;
}

/** What trying to read one domain as the new user showed. A Get proves Get, and nothing else. */
export type ProbeOutcome =
  | { readonly kind: "verified"; readonly domain: string; readonly operation: string }
  /** Workday understood and said no. */
  | { readonly kind: "refused"; readonly domain: string; readonly operation: string }
  /** No answer that says anything about the permission. */
  | { readonly kind: "unanswered"; readonly domain: string; readonly words: string }
  /** No read is known that shows this permission. */
  | { readonly kind: "not-probed"; readonly domain: string; readonly access: string };

/** Something that an ended request leaves in the tenant or the vault until it is verified gone. */
export interface LeftBehind {
  /** A stable name, such as `account` or `security-group`. */
  readonly what: "integration-system" | "account" | "security-group" | "permissions" | "secret";
  readonly words: string;
}

/** Facts that steps bring home and later steps need. */
export interface Facts {
  readonly systemId?: string;
  readonly systemWid?: string;
  readonly userWid?: string;
  readonly secret?: SecretReference;
  readonly probes?: readonly ProbeOutcome[];
  /** Permissions asked for that the pending report did not show when the card was made. */
  readonly unseen?: readonly string[];
}

export type Phase =
  /** A workflow is at it. `since` is the version at which the work began: it names the workflow. */
  | { readonly kind: "working"; readonly since: number }
  | { readonly kind: "waiting-for-person"; readonly step: StepName; readonly expiresAt: Instant }
  | { readonly kind: "waiting-for-approval"; readonly asked: ApprovalAsked }
  /** A step failed in a way that trying again at once does not mend. */
  | {
      readonly kind: "stuck";
      readonly step: StepName;
      readonly words: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: "done" }
  | { readonly kind: "ended" };

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
  readonly approval?: { readonly by: PersonId; readonly at: Instant; readonly digest: string };
  readonly closing?: Closing;
  readonly leftBehind: readonly LeftBehind[];
  readonly facts: Facts;
  /** How many orders of a step are over, mostly with a no: a runner is asked again under another key. */
  readonly failures: Partial<Readonly<Record<StepName, number>>>;
  readonly phase: Phase;
}

/** What happened to a request. The list of these is its story; `at` and `by` stand beside each. */
export type Event =
  | {
      readonly kind: "opened";
      readonly id: RequestId;
      readonly by: PersonId;
      readonly draft: Draft;
      readonly plan: readonly Step[];
    }
  /** Written before the step acts. */
  | { readonly kind: "step-begun"; readonly step: StepName }
  | {
      readonly kind: "step-finished";
      readonly step: StepName;
      readonly facts: Facts;
      /** Who carried it out, when it was a person. */
      readonly by?: PersonId;
      readonly note?: string;
    }
  | { readonly kind: "handed-over"; readonly step: StepName; readonly expiresAt: Instant }
  | {
      readonly kind: "person-refused";
      readonly step: StepName;
      readonly by: PersonId;
      readonly why: string;
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "step-failed";
      readonly step: StepName;
      readonly words: string;
      /** True when the outside answered; false when nobody knows what became of it. */
      readonly isAnswered: boolean;
      readonly expiresAt: Instant;
    }
  | { readonly kind: "retried"; readonly by: PersonId }
  | {
      readonly kind: "approval-asked";
      readonly asked: ApprovalAsked;
      readonly unseen: readonly string[];
    }
  | { readonly kind: "approved"; readonly by: PersonId; readonly digest: string }
  /** What is pending has changed since it was shown: the approval counts for nothing. */
  | { readonly kind: "approval-voided"; readonly difference: PendingDifference }
  | {
      readonly kind: "closing";
      readonly closing: Closing;
      readonly plan: readonly Step[];
    }
  /** A step of the clean-up that could not be carried out. What that leaves is looked for at the end. */
  | { readonly kind: "gave-up"; readonly step: StepName; readonly words?: string }
  /** Found in the tenant or the vault after the clean-up. */
  | { readonly kind: "left-behind"; readonly item: LeftBehind }
  | { readonly kind: "gone"; readonly what: LeftBehind["what"] }
  | { readonly kind: "done" }
  | { readonly kind: "ended" };

/** An event as it is kept. */
export interface Recorded {
  /** 1 for the first event of a request. */
  readonly seq: number;
  readonly at: Instant;
  readonly event: Event;
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
    leftBehind: [],
    facts: {},
    failures: {},
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
        phase: { kind: "waiting-for-approval", asked: event.asked },
      };
    case "approved":
      return {
        ...request,
        approval: { by: event.by, at, digest: event.digest },
        finished: union(request.finished, "approve"),
        phase: working,
      };
    case "approval-voided":
      return withoutApproval(request, working);
    case "closing":
      return {
        ...orderAnew(request, request.closing === undefined ? [] : namesOf(event.plan)),
        closing: event.closing,
        plan: event.plan,
        finished: [],
        phase: working,
      };
    case "gave-up":
      return { ...request, finished: union(request.finished, event.step), phase: working };
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
    case "ended":
      return { ...request, phase: { kind: event.kind } };
  }
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

function union(steps: readonly StepName[], step: StepName): readonly StepName[] {
  return steps.includes(step) ? steps : [...steps, step];
}
