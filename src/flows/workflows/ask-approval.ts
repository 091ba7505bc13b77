import {
  approvalAt,
  isToFollow,
  listUnseen,
  lookAtPending,
  type PendingLook,
} from "../approval/approval.ts";
import { mostNeeded, neededForCard, toParts } from "../approval/parts.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates } from "../authorization/authorize.ts";
import { appendEvents } from "../lifecycle/append-events.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { type ApprovalStep, isOfPlan } from "../tasks/step.ts";
import { approvalDeadline } from "../tenant/deadline.ts";
import { followPlan } from "./follow-plan.ts";
import { withholdEmptyCard } from "./own-changes.ts";
import { recordObstacle } from "./record-obstacle.ts";
import { askInTurn, takesTurns } from "./take-turn.ts";
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
  const following = isOfPlan(step) ? notAsked : await followPlan(deps, request, look.value);
  if (following.kind === "follows") return recordFollowing(deps, request, following.event);
  const { again } = following;
  const asking = await toAsking(deps, request, { step, look: look.value, again });
  if (takesTurns(deps, request)) return askInTurn(deps, request, { asking, lookedAt });
  await appendEvents(deps, request, { label: "ask approval", events: () => [asking] });
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
  const card = { ...request, others, ...(parts && { parts }) };
  const standIns = await readDelegates({ ...deps, now: askedAt }, card, tenant);
  const asked = {
    step,
    pending,
    digest,
    others,
    ...(memberships && { memberships }),
    needed: parts
      ? mostNeeded(parts)
      : neededForCard(request, look, { rules: tenant, tenant: own }),
    ...(parts && { parts }),
    ...(isOfPlan(step) && isToFollow(deps, request) && { follows: true as const }),
    ...(again.length > 0 && { again }),
    askedAt,
    expiresAt: approvalDeadline(askedAt, tenant, isOfPlan(step)),
    ...findOpening(request, step, { tenant, at: askedAt }),
  };
  const unseen = listUnseen(request, pending);
  const called = standIns.length > 0 ? { standIns } : {};
  return { kind: "approval-asked", asked, unseen, ...called };
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

async function recordFollowing(deps: FlowDeps, request: Request, event: Event): Promise<void> {
  await appendEvents(deps, request, { label: "follow the plan", events: () => [event] });
}

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";
