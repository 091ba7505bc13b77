import { rulesFor } from "../authorization/approvers.ts";
import { recheckApprovers } from "../authorization/recheck-approvers.ts";
import { readTies } from "../authorization/ties.ts";
import { readMembers } from "../inventory/read-others.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import type { Instant, RequestId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Lapsed } from "../request/event.ts";
import { type GivenApproval, givenTo } from "../request/given-approval.ts";
import type { GoesLive } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import { type ApprovalStep, isActivatedLater, listFollowing, type Step } from "../tasks/step.ts";
import { approvalDeadline } from "../tenant/deadline.ts";
import { lookAtEffects, type Reopening } from "../tenant/effect-times.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { findUnread, isForPolicies, isPlanApproved, lookAtPending } from "./approval.ts";
import { waitsForNone } from "./emergency.ts";
import type { ApprovalObstacle } from "./obstacle.ts";
import { type Handled, listHandsIn, neededForCard, toParts } from "./parts.ts";
import { readPartRequests } from "./voices.ts";

/**
 * Whether what an approval lets happen next waits for a change window. The approval of a plan does not where nothing of it
 * takes effect before its activation, as with a new account in a group of its own.
 */
export function waitsForWindow(
  { draft, plan }: Pick<Request, "draft" | "plan">,
  approval: ApprovalStep,
): boolean {
  if (approval === "approve") return true;
  if (makesOwnGroup(draft)) return false;
  return !isActivatedLater(plan) || listFollowing(plan, approval).some(isEffective);
}

function isEffective({ name }: Step): boolean {
  return stepKinds[name].takesEffect;
}

/** When that may take effect which an approval lets happen next; `undefined` where it waits for nothing. */
export function findOpening(
  request: Request,
  approval: ApprovalStep,
  { tenant, at }: { readonly tenant: Tenant; readonly at: Instant },
): Reopening | undefined {
  const window = lookAtEffects(tenant, at);
  if (window.kind === "open" || waitsForNone(request.approval, window)) return undefined;
  const { opensAt, freeze } = window;
  return isForPolicies(request) || waitsForWindow(request, approval)
    ? { opensAt, ...(freeze !== undefined && { freeze }) }
    : undefined;
}

/** Outside of the tenant's change windows, and in a freeze, nothing but an emergency takes effect: the request waits. */
export function recheckWindow(
  deps: FlowDeps,
  { draft, approval }: Request,
): ApprovalObstacle | undefined {
  const { tenant } = deps.contextOf(draft.tenant);
  const window = lookAtEffects(tenant, deps.clock.now());
  if (window.kind === "open" || waitsForNone(approval, window)) return undefined;
  return { ...window, kind: "window-closed" };
}

/**
 * Whether what was approved is what is there now, each part of it by people who may approve it still and have no hand in it,
 * and by enough of them.
 */
export async function recheckApproval(
  deps: FlowDeps,
  request: Request,
  approval: ApprovalStep,
): Promise<ApprovalObstacle | undefined> {
  const lapsed = await recheckPeople(deps, request);
  if (lapsed !== undefined) return lapsed;
  const look = await lookAtPending(deps, request, approval);
  if (!look.ok) return { kind: "fault", error: look.error };
  const unread = findUnread(look.value, request.approval?.digest);
  if (unread !== undefined) return { kind: "fault", error: unread };
  if (request.approval?.digest !== look.value.digest)
    return { kind: "approval-void", look: look.value };
  const own = request.members === undefined ? [request] : await readMembers(deps.store, request);
  const { tenant } = deps.contextOf(request.draft.tenant);
  const ties = await readTies({ ...deps, now: deps.clock.now() }, tenant);
  const people = listLapsed(request, givenTo(request), { live: look.value, own, tenant, ties });
  if (people.length > 0) return { kind: "approval-lapsed", why: { people } };
  return recheckQuorum(deps, request, look.value);
}

/**
 * Whether everybody who approved may approve it still, and did not so long ago that it counts no more; each for the parts
 * that it counts for.
 */
export async function recheckPeople(
  deps: FlowDeps,
  card: Request,
  parts: readonly RequestId[] = listGivenParts(card),
): Promise<ApprovalObstacle | undefined> {
  for (const { part, request } of await readPartRequests(deps, card, parts)) {
    const given = listGivenFor(card, part);
    const obstacle = await recheckPart(deps, request, { card, given });
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

/** The parts that approvals were given for; the request itself where they were for all of it. */
function listGivenParts(card: Request): readonly RequestId[] {
  return [...new Set(givenTo(card).flatMap(({ countsFor = [card.id] }) => countsFor))];
}

/** The approvals of a card that count for one part of it; where it has none, for the request itself. */
export function listGivenFor(card: Request, part: RequestId): readonly GivenApproval[] {
  return givenTo(card).filter(({ countsFor = [card.id] }) => countsFor.includes(part));
}

interface GivenFor {
  readonly card: Request;
  readonly given: readonly GivenApproval[];
}

async function recheckPart(
  deps: FlowDeps,
  request: Request,
  { card, given }: GivenFor,
): Promise<ApprovalObstacle | undefined> {
  const people = await recheckApprovers(deps, request, given);
  if (!people.ok)
    return { kind: "fault", error: { kind: "unreachable", outside: "Slack", words: people.error } };
  if (people.value.length > 0) return { kind: "approval-lapsed", why: { people: people.value } };
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  return isTooOld({ card, given }, tenant, deps.clock.now())
    ? { kind: "approval-lapsed", why: { people: [], isTooOld: true } }
    : undefined;
}

/** Who approved, or was decided for, and by now has a hand in what it counts for. */
export function listLapsed(
  card: Request,
  given: readonly GivenApproval[],
  handled: Handled,
): readonly Lapsed[] {
  return given
    .filter((one) =>
      (one.countsFor ?? ["all" as const]).some((part) => {
        const hands = listHandsIn(card, part, handled);
        return hands.has(one.by) || (one.for !== undefined && hands.has(one.for));
      }),
    )
    .map((one) => ({
      person: one.by,
      ...(one.for !== undefined && { for: one.for }),
      why: "has-a-hand",
    }));
}

/** Whether as many have approved, each part of it, as the configuration asks for by now. */
export function recheckQuorum(
  deps: Pick<FlowDeps, "contextOf">,
  request: Request,
  live: GoesLive,
): ApprovalObstacle | undefined {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const rules = rulesFor(request, tenant);
  const parts = toParts(request, live, tenant) ?? [
    { request: request.id, needed: neededForCard(request, live, { rules, tenant }) },
  ];
  const isShort = parts.some((part) => listGivenFor(request, part.request).length < part.needed);
  return isShort ? { kind: "approval-lapsed", why: { people: [] } } : undefined;
}

/** An approval counts for as long as its card does, from the moment that it was given. */
function isTooOld({ card, given }: GivenFor, tenant: Tenant, now: Instant): boolean {
  const isOfPlan = card.approval?.isFollowed === true || isPlanApproved(card);
  return given.some(({ at }) => now >= approvalDeadline(at, tenant, isOfPlan));
}
