import { ok } from "../../result.ts";
import type { Instant } from "../model/ids.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { Store } from "../ports/store.ts";
import type { Event, Recorded } from "../request/event.ts";
import type { Phase } from "../request/phase.ts";
import type { Request } from "../request/request.ts";

/** What begins each wait that ends by itself when nobody acts. */
const begunBy: Partial<Record<Phase["kind"], readonly Event["kind"][]>> = {
  "waiting-for-approval": ["approval-asked"],
  "waiting-for-answer": ["sent-back"],
  "waiting-for-person": ["handed-over"],
  stuck: ["step-failed", "person-refused"],
};

/** Slack may be late by so many milliseconds before a deadline is moved. */
const mostLateMs = 60_000;

/** The event that began the wait that a request is in; absent where it is in none. */
function findWait(request: Request, story: readonly Recorded[]): Recorded | undefined {
  const kinds = begunBy[request.phase.kind] ?? [];
  return story.findLast(({ event }) => kinds.includes(event.kind));
}

/**
 * Lets the deadlines of a wait count from the moment at which Slack has its card, where that came late. `before` is the
 * newest version that Slack had until then. Safe to repeat: it is recorded once a wait.
 */
export async function recordCardShown(
  store: Pick<Store, "decide">,
  {
    request,
    story,
    before,
    at,
  }: {
    readonly request: Request;
    readonly story: readonly Recorded[];
    readonly before: number;
    readonly at: Instant;
  },
): Promise<void> {
  const wait = findWait(request, story);
  if (wait === undefined || before >= wait.seq) return;
  const afterMs = at - wait.at;
  if (afterMs <= mostLateMs) return;
  const { phase } = request;
  await store.decide({ id: request.id, key: `card shown ${wait.seq}`, now: at }, (current) =>
    ok(isSameWait(current.phase, phase) ? [{ kind: "card-shown", afterMs }] : []),
  );
}

function isSameWait(one: Phase, other: Phase): boolean {
  return deadlineOf(one) === deadlineOf(other) && one.kind === other.kind;
}

function deadlineOf(phase: Phase): Instant | undefined {
  if (phase.kind === "waiting-for-approval") return phase.asked.expiresAt;
  return "expiresAt" in phase ? phase.expiresAt : undefined;
}

/** Whether Slack has the card of the wait that a request is in. Nobody is too late for what they could not see. */
export async function isWaitShown(
  { outbox, store }: { readonly outbox: Pick<Outbox, "findDisplay">; readonly store: Store },
  request: Request,
): Promise<boolean> {
  const wait = findWait(request, await store.readStory(request.id));
  if (wait === undefined) return true;
  const display = await outbox.findDisplay(request.id);
  return display !== undefined && display.shownVersion >= wait.seq;
}
