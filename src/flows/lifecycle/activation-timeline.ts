import type { BeforeActivation } from "../model/activation-effects.ts";
import type { WhoActivated } from "../model/activity.ts";
import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { PendingChanges } from "../model/pending.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event, Recorded } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import { loadRequest } from "./load-request.ts";

/**
 * What was pending when the approval was last asked for, or followed from that of the plan; of a request of a release,
 * what of it went live with that one. An approval that nobody was shown saw nothing.
 */
export async function readShown(
  deps: Pick<FlowDeps, "store">,
  id: RequestId,
): Promise<PendingChanges> {
  let shown: PendingChanges = { kind: "cannot-see" };
  for (const { event } of await deps.store.readStory(id)) {
    if (event.kind === "approval-asked") shown = event.asked.pending;
    if (event.kind === "released") shown = event.pending;
    if (event.kind === "approval-followed") shown = event.pending;
  }
  return shown;
}

/** Whose activation a request went live with: the release that it was a part of, or its own. */
export async function findActivated(
  deps: Pick<FlowDeps, "store">,
  request: Request,
): Promise<Request> {
  const story = await deps.store.readStory(request.id);
  const released = story.findLast(({ event }) => event.kind === "released")?.event;
  return released?.kind === "released" ? loadRequest(deps, released.release) : request;
}

/** What the tenant's groups could do right before the activation was last handed over, if anybody looked. */
export async function readBefore(
  deps: FlowDeps,
  id: RequestId,
): Promise<BeforeActivation | undefined> {
  const story = await deps.store.readStory(id);
  return story.map(({ event }) => beforeOf(event)).findLast((before) => before !== undefined);
}

function beforeOf(event: Event): BeforeActivation | undefined {
  return "before" in event ? event.before : undefined;
}

/** An activation that was handed over and reported. */
export interface GivenActivation {
  /** When it was handed over for the last time, and said to be done. */
  readonly last: Instant;
  readonly until: Instant;
  /** Who said that it is done: a person, or the runner. */
  readonly to: PersonId | "runner";
}

/** To whom the activation was given, and what the activity log told right after it. Absent: not told, or not yet done. */
export function findActivation(story: readonly Recorded[]): {
  readonly given?: GivenActivation;
  readonly told?: WhoActivated;
} {
  const given = findGiven(story);
  const told = story.flatMap(({ event }) => (event.kind === "went-live" ? [event.who] : [])).at(-1);
  return { ...(given && { given }), ...(told && { told }) };
}

function findGiven(story: readonly Recorded[]): GivenActivation | undefined {
  const last = story.findLast(({ event }) => isOrder(event))?.at;
  const end = story.findLast(({ event }) => isEnd(event));
  if (last === undefined || end === undefined) return undefined;
  const to = "by" in end.event && end.event.by !== undefined ? end.event.by : "runner";
  return { last, until: end.at, to };
}

function isOrder(event: Event): boolean {
  return (
    (event.kind === "step-begun" || event.kind === "handed-over") && activatesPolicies(event.step)
  );
}

function isEnd(event: Event): event is Extract<Event, { kind: "step-finished" }> {
  return event.kind === "step-finished" && activatesPolicies(event.step);
}
