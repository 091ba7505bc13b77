import { rulesFor } from "../authorization/approvers.ts";
import { neededForAll } from "../authorization/quorum.ts";
import { recheckApprovers } from "../authorization/recheck-approvers.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import type { Instant } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Lapsed } from "../request/event.ts";
import type { GivenApproval } from "../request/given-approval.ts";
import { type GoesLive, listHands, type WithHands } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import { type ApprovalStep, isActivatedLater, listFollowing, type Step } from "../tasks/step.ts";
import { approvalDeadline } from "../tenant/deadline.ts";
import { lookAtEffects, type Reopening } from "../tenant/effect-times.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { findUnread, isForPolicies, isPlanApproved, lookAtPending } from "./approval.ts";
import type { ApprovalObstacle } from "./obstacle.ts";

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
  if (window.kind === "open") return undefined;
  const { opensAt, freeze } = window;
  return isForPolicies(request) || waitsForWindow(request, approval)
    ? { opensAt, ...(freeze !== undefined && { freeze }) }
    : undefined;
}

/** Outside of the tenant's change windows, and in a freeze, nothing takes effect: the request waits. */
export function recheckWindow(deps: FlowDeps, { draft }: Request): ApprovalObstacle | undefined {
  const { tenant } = deps.contextOf(draft.tenant);
  const window = lookAtEffects(tenant, deps.clock.now());
  return window.kind === "open" ? undefined : { ...window, kind: "window-closed" };
}

/** Whether what was approved is what is there now, by people who may approve it still, and by enough of them. */
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
  const people = listLapsed(request.approval.given, look.value.others);
  if (people.length > 0) return { kind: "approval-lapsed", why: { people } };
  return recheckQuorum(deps, request, look.value);
}

/** Whether everybody who approved may approve it still, and did not so long ago that it counts no more. */
export async function recheckPeople(
  deps: FlowDeps,
  request: Request,
): Promise<ApprovalObstacle | undefined> {
  const people = await recheckApprovers(deps, request);
  if (!people.ok)
    return { kind: "fault", error: { kind: "unreachable", outside: "Slack", words: people.error } };
  if (people.value.length > 0) return { kind: "approval-lapsed", why: { people: people.value } };
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  return isTooOld(request, tenant, deps.clock.now())
    ? { kind: "approval-lapsed", why: { people: [], isTooOld: true } }
    : undefined;
}

/** Who approved, or was decided for, and by now has a hand in another request of which something goes live. */
export function listLapsed(
  given: readonly GivenApproval[],
  others: readonly WithHands[],
): readonly Lapsed[] {
  const hands = listHands(others);
  return given
    .filter((one) => hands.has(one.by) || (one.for !== undefined && hands.has(one.for)))
    .map((one) => ({
      person: one.by,
      ...(one.for !== undefined && { for: one.for }),
      why: "has-a-hand",
    }));
}

/** Whether as many have approved as the configuration asks for by now. */
export function recheckQuorum(
  deps: Pick<FlowDeps, "contextOf">,
  request: Request,
  live: GoesLive,
): ApprovalObstacle | undefined {
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  const given = request.approval?.given ?? [];
  return given.length >= neededForAll(tenant, request.draft, live)
    ? undefined
    : { kind: "approval-lapsed", why: { people: [] } };
}

/** An approval counts for as long as its card does, from the moment that it was given. */
function isTooOld(request: Request, tenant: Tenant, now: Instant): boolean {
  const { approval } = request;
  const isOfPlan = approval?.isFollowed === true || isPlanApproved(request);
  return approval?.given.some(({ at }) => now >= approvalDeadline(at, tenant, isOfPlan)) === true;
}
