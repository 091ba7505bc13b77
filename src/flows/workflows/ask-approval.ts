import {
  approvalAt,
  isToFollow,
  listUnseen,
  lookAtPending,
  type PendingLook,
} from "../approval/approval.ts";
import { emergencyNeeds, isForEmergency } from "../approval/emergency.ts";
import { mostNeeded, neededForCard, toParts } from "../approval/parts.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates } from "../authorization/authorize.ts";
import { appendEvents } from "../lifecycle/append-events.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { comesToActivation } from "../release/standing.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { type ApprovalStep, isOfPlan } from "../tasks/step.ts";
import { approvalDeadline } from "../tenant/deadline.ts";
import { type Following, followPlan } from "./follow-plan.ts";
import { followPlans } from "./follow-plans.ts";
import { withholdEmptyCard } from "./own-changes.ts";
import { recordObstacle } from "./record-obstacle.ts";
import { askInTurn, labelOf, type TurnResult } from "./take-turn.ts";
import { withholdUnexplained } from "./unexplained-changes.ts";

/** Shows what is pending now to those who may approve, and waits for as many as are needed. */
export async function askApproval(deps: FlowDeps, request: Request): Promise<void> {
  const step = approvalAt(request);
  const lookedAt = deps.clock.now();
  const look = await lookAtPending(deps, request);
  if (!look.ok)
    return recordObstacle(deps, request, { step, obstacle: { kind: "fault", error: look.error } });
  const why = await withholdCard(deps, request, look.value);
  if (why !== undefined)
    return recordObstacle(deps, request, { step, obstacle: { kind: "refused", words: why } });
  const result = await decideTurnResult(deps, request, { step, look: look.value });
  if (comesToActivation(request))
    return askInTurn(deps, request, { result, look: look.value, lookedAt });
  await appendEvents(deps, request, { label: labelOf(result), events: () => [result] });
}

/** That the activation follows from what was approved, or the card. */
async function decideTurnResult(
  deps: FlowDeps,
  request: Request,
  { step, look }: Omit<Shown, "again">,
): Promise<TurnResult> {
  const following = isOfPlan(step) ? notAsked : await findFollowing(deps, request, look);
  if (following.kind === "follows") return following.event;
  return toAsking(deps, request, { step, look, again: following.again });
}

function findFollowing(deps: FlowDeps, request: Request, look: PendingLook): Promise<Following> {
  return request.members === undefined
    ? followPlan(deps, request, look)
    : followPlans(deps, request, look);
}

interface Shown {
  readonly step: ApprovalStep;
  readonly look: PendingLook;
  /** Why it is asked although its plan was approved. */
  readonly again: readonly string[];
}

/** The card: what is shown, to how many people it goes and until when. */
async function toAsking(
  deps: FlowDeps,
  request: Request,
  { step, look, again }: Shown,
): Promise<Extract<Event, { kind: "approval-asked" }>> {
  const own = deps.contextOf(request.draft.tenant).tenant;
  const tenant = rulesFor(request, own);
  const askedAt = deps.clock.now();
  const { pending, digest, others, memberships } = look;
  const parts = toParts(request, look, own);
  const opening = findOpening(request, step, { tenant, at: askedAt });
  const card = { ...request, others, ...(parts && { parts }) };
  const standIns = await readDelegates({ ...deps, now: askedAt }, card, tenant);
  const asked = {
    step,
    pending,
    digest,
    others,
    ...(memberships && { memberships }),
    ...asEmergency(
      parts ? mostNeeded(parts) : neededForCard(request, look, { rules: tenant, tenant: own }),
      isForEmergency(request.draft, opening),
    ),
    ...(parts && { parts }),
    ...(isOfPlan(step) && isToFollow(deps, request) && { follows: true as const }),
    ...(again.length > 0 && { again }),
    askedAt,
    expiresAt: approvalDeadline(askedAt, tenant, isOfPlan(step)),
    ...opening,
  };
  const unseen = listUnseen(request, pending);
  const called = standIns.length > 0 ? { standIns } : {};
  return { kind: "approval-asked", asked, unseen, ...called };
}

function asEmergency(
  needed: number,
  isEmergency: boolean,
): Pick<ApprovalAsked, "needed" | "isEmergency"> {
  if (!isEmergency) return { needed };
  return { needed: needed < emergencyNeeds ? emergencyNeeds : needed, isEmergency };
}

/** Why nobody is asked. */
async function withholdCard(
  deps: FlowDeps,
  request: Request,
  { isOutdated, pending }: PendingLook,
): Promise<string | undefined> {
  if (isOutdated === true) return outdated;
  if (isOfPlan(approvalAt(request))) return undefined;
  return (
    (await withholdEmptyCard(deps, request, pending)) ?? withholdUnexplained(deps, request, pending)
  );
}

const notAsked = { kind: "asked", again: [] } as const;

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";
