import { rulesFor } from "../authorization/approvers.ts";
import { neededForAll } from "../authorization/quorum.ts";
import { recheckApprovers } from "../authorization/recheck-approvers.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { appendEvents, failStep, failStepWith } from "../lifecycle/append-events.ts";
import type { Instant } from "../model/ids.ts";
import { differ } from "../model/pending.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event, Lapsed } from "../request/event.ts";
import { type GoesLive, listHands, type OtherRequest } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import type { ApprovalStep, StepName } from "../tasks/step.ts";
import { lookAtWindows } from "../tenant/change-window.ts";
import { deadline } from "../tenant/deadline.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { isForPolicies, lookAtPending, type PendingLook } from "./approval.ts";

/**
 * Whether what an approval lets happen next waits for a change window. The approval of the plan for a new account in a
 * group of its own does not: nothing takes effect yet.
 */
export function waitsForWindow({ draft }: Pick<Request, "draft">, approval: ApprovalStep): boolean {
  return approval === "approve" || !makesOwnGroup(draft);
}

/** When the window opens that what an approval lets happen next waits for; `undefined` where it waits for none. */
export function findOpening(
  request: Request,
  approval: ApprovalStep,
  { tenant, at }: { readonly tenant: Tenant; readonly at: Instant },
): Instant | undefined {
  const window = lookAtWindows(tenant.changeWindows, at);
  if (window.kind === "open") return undefined;
  return isForPolicies(request) || waitsForWindow(request, approval) ? window.opensAt : undefined;
}

/** Whether a change window is open; otherwise it is written down when the next one opens. */
export async function isInWindow(deps: FlowDeps, request: Request): Promise<boolean> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const window = lookAtWindows(tenant.changeWindows, deps.clock.now());
  if (window.kind === "open") return true;
  await awaitWindow(deps, request, window.opensAt);
  return false;
}

/** Outside of the tenant's change windows nothing takes effect: the request waits for the next. */
export async function awaitWindow(
  deps: FlowDeps,
  request: Request,
  opensAt: Instant,
): Promise<void> {
  await appendEvents(deps, request, {
    label: "await window",
    events: () => [{ kind: "window-awaited", opensAt }],
  });
}

/** Right before a step. What does not count any more is written down, and then nothing is begun. */
export async function isStillApproved(
  deps: FlowDeps,
  request: Request,
  { approval, step }: { readonly approval: ApprovalStep; readonly step: StepName },
): Promise<boolean> {
  if (!(await isStillGiven(deps, request, step))) return false;
  const look = await lookAtPending(deps, request, approval);
  if (!look.ok) {
    await failStepWith(deps, request, { step, error: look.error });
    return false;
  }
  if (look.value.digest !== request.approval?.digest) {
    await voidApproval(deps, request, look.value);
    return false;
  }
  const lapsed = listLapsed(request, look.value.others);
  if (lapsed.length > 0) {
    await lapse(deps, request, { people: lapsed });
    return false;
  }
  return areStillEnough(deps, request, look.value);
}

/** Whether everybody who approved may approve it still, and did not so long ago that it counts no more. */
export async function isStillGiven(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<boolean> {
  const people = await recheckApprovers(deps, request);
  if (!people.ok) {
    await failStep(deps, request, { step, words: people.error, isAnswered: false });
    return false;
  }
  if (people.value.length > 0) {
    await lapse(deps, request, { people: people.value });
    return false;
  }
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  if (!isTooOld(request, tenant, deps.clock.now())) return true;
  await lapse(deps, request, { people: [], isTooOld: true });
  return false;
}

/** Who approved, or was decided for, and by now has a hand in another request of which something goes live. */
function listLapsed({ approval }: Request, others: readonly OtherRequest[]): readonly Lapsed[] {
  const hands = listHands(others);
  return (approval?.given ?? [])
    .filter((one) => hands.has(one.by) || (one.for !== undefined && hands.has(one.for)))
    .map((one) => ({
      person: one.by,
      ...(one.for !== undefined && { for: one.for }),
      why: "has-a-hand",
    }));
}

/** Whether as many have approved as the configuration asks for by now. */
export async function areStillEnough(
  deps: FlowDeps,
  request: Request,
  live: GoesLive,
): Promise<boolean> {
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  const given = request.approval?.given ?? [];
  if (given.length >= neededForAll(tenant, request.draft, live)) return true;
  await lapse(deps, request, { people: [] });
  return false;
}

/** An approval counts for as long as a card does, from the moment that it was given. */
function isTooOld({ approval }: Request, tenant: Tenant, now: Instant): boolean {
  return approval?.given.some(({ at }) => now >= deadline(at, tenant)) === true;
}

async function lapse(
  deps: FlowDeps,
  request: Request,
  why: Omit<Extract<Event, { kind: "approval-lapsed" }>, "kind">,
): Promise<void> {
  await appendEvents(deps, request, {
    label: "lapse",
    events: () => [{ kind: "approval-lapsed", ...why }],
  });
}

export async function voidApproval(
  deps: FlowDeps,
  request: Request,
  { pending, isOutdated }: PendingLook,
): Promise<void> {
  const difference = differ(await readShown(deps, request.id), pending);
  await appendEvents(deps, request, {
    label: "void",
    events: () => [{ kind: "approval-voided", difference, ...(isOutdated && { isOutdated }) }],
  });
}
