import { ok } from "../../result.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { type Away, type Fault, isAway } from "../model/fault.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";
import type { Phase } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";
import { deadline } from "../tenant/deadline.ts";
import { toDelay } from "./delay.ts";
import type { StepContext, StepResult, Stopped } from "./step-context.ts";

type Begun = Omit<Extract<Event, { kind: "step-begun" }>, "kind">;

/** Writes the intent down before the act, and how it ended after it. Nothing is done where somebody closed the request. */
export async function runStep(
  deps: FlowDeps,
  request: Request,
  {
    step,
    run,
  }: { readonly step: StepName; readonly run: (acting: StepContext) => Promise<StepResult> },
): Promise<void> {
  const acting = await beginStep(deps, request, { step });
  if (acting !== undefined) await endStep(acting, step, await run(acting));
}

/** Writes the intent down before the act. `undefined` when somebody withdrew the request meanwhile. */
export async function beginStep(
  deps: FlowDeps,
  request: Request,
  begun: Begun,
): Promise<StepContext | undefined> {
  const { step } = begun;
  const now = await appendEvents(deps, request, {
    label: `begin ${step}`,
    events: () => [{ kind: "step-begun", ...begun }],
  });
  if (isOvertaken(request, now)) return undefined;
  const place = deps.contextOf(request.draft.tenant);
  return { deps, place, request: now, wasBegun: request.begun.includes(step) };
}

/**
 * Somebody closed the request while a move was being made, so its clean-up goes first; or another workflow
 * has gone on from here already.
 */
export function isOvertaken(before: Request, now: Request): boolean {
  const isClosed = before.closing === undefined && now.closing !== undefined;
  return isClosed || !isSameWork(before.phase, now.phase);
}

function isSameWork(before: Phase, now: Phase): boolean {
  return before.kind === "working" && now.kind === "working" && before.since === now.since;
}

/** Writes down how a step ended. In a clean-up a step that fails is given up, so that the rest is done. */
export async function endStep(
  acting: StepContext,
  step: StepName,
  acted: StepResult,
): Promise<void> {
  const { deps, request } = acting;
  if (acted.ok) {
    await appendEvents(deps, request, {
      label: `finish ${step}`,
      events: () => [{ kind: "step-finished", step, facts: acted.value }],
    });
    return;
  }
  await failStepWith(deps, request, { step, error: acted.error });
}

/** What is away is waited for; everything else leaves the request stuck until a person has mended it. */
export async function failStepWith(
  deps: FlowDeps,
  request: Request,
  { step, error }: { readonly step: StepName; readonly error: Fault | Stopped },
): Promise<void> {
  if (isAway(error)) return delayStep(deps, request, { step, fault: error });
  const { kind: fault, words } = error;
  const isAnswered =
    error.kind === "stopped" || (error.kind === "rejected" && error.outside === "runner");
  const field = "field" in error ? error.field : undefined;
  const about = field === undefined ? {} : { field };
  const isDone = error.kind === "stopped" && error.isDone === true ? { isDone: true as const } : {};
  await failStep(deps, request, { step, words, isAnswered, ...isDone, ...about, fault });
}

async function delayStep(
  deps: FlowDeps,
  request: Request,
  { step, fault }: { readonly step: StepName; readonly fault: Away },
): Promise<void> {
  const { outside, kind, words } = fault;
  deps.log.warn({ request: request.id, step, outside, fault: kind, words }, "a step waits");
  const event = toDelay(request, { step, fault, at: deps.clock.now() });
  await appendEvents(deps, request, {
    label: `delay ${step}`,
    events: () => [event],
  });
}

type Failure = Omit<Extract<Event, { kind: "step-failed" }>, "kind">;

interface Failed extends Omit<Failure, "expiresAt"> {
  /** Its kind, for the log. */
  readonly fault?: string;
}

export async function failStep(
  deps: FlowDeps,
  request: Request,
  { fault = "refused", ...failed }: Failed,
): Promise<void> {
  const { step, words } = failed;
  deps.log.warn({ request: request.id, step, fault, words }, "a step failed");
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  const expiresAt = deadline(deps.clock.now(), tenant);
  await appendEvents(deps, request, {
    label: `fail ${step}`,
    events: (now) => toFailure(now, { ...failed, expiresAt }),
  });
}

function toFailure(now: Request, failed: Failure): readonly Event[] {
  if (now.closing === undefined) return [{ kind: "step-failed", ...failed }];
  return isOfPlan(now, failed.step)
    ? [{ kind: "gave-up", step: failed.step, words: failed.words }]
    : [];
}

/** A step that was in flight when the request was closed is none of its clean-up's. */
function isOfPlan({ plan }: Request, step: StepName): boolean {
  return plan.some(({ name }) => name === step);
}

/**
 * Writes down what happened, once: the key is made of the request's version before the move, so a move that
 * runs again after a crash writes nothing new.
 */
export async function appendEvents(
  deps: FlowDeps,
  request: Request,
  {
    label,
    events,
  }: { readonly label: string; readonly events: (now: Request) => readonly Event[] },
): Promise<Request> {
  const decided = await deps.store.decide(
    { id: request.id, key: `${request.version}: ${label}`, now: deps.clock.now() },
    (now) => ok(isOvertaken(request, now) ? events(now).filter(isFinding) : events(now)),
  );
  if (!decided.ok) throw new Error(`${request.id} is gone from the store`);
  await noteReturn(deps, request, decided.value.request);
  return decided.value.request;
}

/** Who waited for something outside and got through tells everybody else that it is back. */
async function noteReturn(
  { watch, clock }: FlowDeps,
  { delay, draft, closing }: Request,
  now: Request,
): Promise<void> {
  if (delay === undefined || now.delay !== undefined || now.closing !== closing) return;
  await watch.endOutage({ tenant: draft.tenant, outside: delay.outside, at: clock.now() });
}

/** What a closed request still has to know: what a step in flight made, or gave up. */
function isFinding({ kind }: Event): boolean {
  return kind === "step-finished" || kind === "gave-up";
}

type Handed = Omit<Extract<Event, { kind: "handed-over" }>, "kind" | "expiresAt">;

/** A wait for a person: the message shows the task and its buttons. */
export async function handToPerson(
  deps: FlowDeps,
  request: Request,
  handed: Handed,
): Promise<void> {
  const event = toHandOver(deps, request, handed);
  await appendEvents(deps, request, { label: `hand ${handed.step}`, events: () => [event] });
}

/** It waits as long as an approval does. */
export function toHandOver(
  { contextOf, clock }: Pick<FlowDeps, "contextOf" | "clock">,
  request: Request,
  handed: Handed,
): Extract<Event, { kind: "handed-over" }> {
  const tenant = rulesFor(request, contextOf(request.draft.tenant).tenant);
  return { kind: "handed-over", ...handed, expiresAt: deadline(clock.now(), tenant) };
}
