import { rulesFor } from "../authorization/approvers.ts";
import { readTies } from "../authorization/ties.ts";
import { findActivated } from "../lifecycle/activation-timeline.ts";
import { theRest } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { ReleasePart } from "../request/release-event.ts";
import type { Request } from "../request/request.ts";
import { lookAtPolicies, type PendingLook } from "./approval.ts";
import type { ApprovalObstacle } from "./obstacle.ts";
import { neededForCard, toParts } from "./parts.ts";
import { listGivenFor, listLapsed, recheckPeople, recheckWindow } from "./recheck-approval.ts";

/**
 * The authentication policies are activated inside of a change window only, as the security policies are, and by an approval
 * that counts still: the request's own by its rules, and for whatever else is pending there, which nobody sees, by the
 * tenant's. What was shown as pending is live by now, so it is compared with nothing. Who was called later to approve a
 * release counts for its requests as well.
 */
export async function recheckPolicies(
  deps: FlowDeps,
  request: Request,
): Promise<ApprovalObstacle | undefined> {
  const closed = recheckWindow(deps, request);
  if (closed !== undefined) return closed;
  const release = await findActivated(deps, request);
  const called = { ...request, isEscalated: request.isEscalated || release.isEscalated };
  const live = await lookAtPolicies(deps, request);
  const { tenant } = deps.contextOf(request.draft.tenant);
  const rules = rulesFor(called, tenant);
  const needed = neededForCard(request, live, { rules, tenant });
  const parts = toParts(request, live, tenant) ?? [{ request: request.id, needed }];
  const card = wasReleased(request, release) ? release : called;
  for (const part of parts) {
    const obstacle = await recheckPart(deps, request, { part, called, card, live });
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

/** Whether what it rests on was given to its release, and not since then to a card of its own. */
function wasReleased({ id, approval }: Request, release: Request): boolean {
  return release.id !== id && release.approval?.digest === approval?.digest;
}

interface Rechecked {
  readonly part: ReleasePart;
  /** The request, for as many people as have been called to decide on it. */
  readonly called: Request;
  /** Where the approvals of its other parts stand: with itself, or with its release. */
  readonly card: Request;
  readonly live: PendingLook;
}

async function recheckPart(
  deps: FlowDeps,
  request: Request,
  { part, called, card, live }: Rechecked,
): Promise<ApprovalObstacle | undefined> {
  const isRest = part.request === theRest;
  const whose = part.request === request.id ? called : card;
  const at = isRest && card.members !== undefined ? card.id : part.request;
  const lapsed = await recheckPeople(deps, whose, [at]);
  if (lapsed !== undefined) return lapsed;
  const given = listGivenFor(whose, at);
  const { tenant } = deps.contextOf(request.draft.tenant);
  const ties = await readTies({ ...deps, now: deps.clock.now() }, tenant);
  const handled = { live, own: [request], tenant, ties };
  const touched = given.map((one) => ({ ...one, countsFor: [part.request] }));
  const people = isRest ? listLapsed(request, touched, handled) : [];
  const isShort = given.length < part.needed;
  return people.length > 0 || isShort ? { kind: "approval-lapsed", why: { people } } : undefined;
}
