import {
  approvalAt,
  isToFollow,
  listUnseen,
  lookAtPending,
  type PendingLook,
} from "../approval/approval.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates, withDelegates } from "../authorization/authorize.ts";
import { neededForAll } from "../authorization/quorum.ts";
import { appendEvents } from "../lifecycle/append-events.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { isOfPlan } from "../tasks/step.ts";
import { deadline } from "../tenant/deadline.ts";
import { followPlan } from "./follow-plan.ts";
import { withholdEmptyCard } from "./own-changes.ts";
import { recordObstacle } from "./record-obstacle.ts";

/** Shows what is pending now to those who may approve, and waits for as many as are needed. */
export async function askApproval(deps: FlowDeps, request: Request): Promise<void> {
  const step = approvalAt(request);
  const look = await lookAtPending(deps, request);
  if (!look.ok)
    return recordObstacle(deps, request, { step, obstacle: { kind: "fault", error: look.error } });
  const why = await withholdCard(deps, request, look.value);
  if (why !== undefined)
    return recordObstacle(deps, request, { step, obstacle: { kind: "refused", words: why } });
  const following = isOfPlan(step) ? notAsked : await followPlan(deps, request, look.value);
  if (following.kind === "follows") return recordFollowing(deps, request, following.event);
  const { again } = following;
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  const askedAt = deps.clock.now();
  const { pending, digest, others, memberships } = look.value;
  const standIns = await readDelegates({ ...deps, now: askedAt }, { ...request, others }, tenant);
  const needed = neededForAll(tenant, request.draft, look.value);
  const opening = findOpening(request, step, { tenant, at: askedAt });
  const asked = {
    step,
    pending,
    digest,
    others,
    ...(memberships && { memberships }),
    ...(isOfPlan(step) && isToFollow(deps, request) && { follows: true as const }),
    ...(again.length > 0 && { again }),
    needed,
    askedAt,
    expiresAt: deadline(askedAt, tenant),
    ...opening,
  };
  const unseen = listUnseen(request, pending);
  await appendEvents(deps, request, {
    label: "ask approval",
    events: () => [withDelegates({ kind: "approval-asked", asked, unseen }, standIns)],
  });
}

/** Why nobody is asked. */
async function withholdCard(
  deps: FlowDeps,
  request: Request,
  { isOutdated, pending }: PendingLook,
): Promise<string | undefined> {
  if (isOutdated === true) return outdated;
  return isOfPlan(approvalAt(request)) ? undefined : withholdEmptyCard(deps, request, pending);
}

const notAsked = { kind: "asked", again: [] } as const;

async function recordFollowing(deps: FlowDeps, request: Request, event: Event): Promise<void> {
  await appendEvents(deps, request, { label: "follow the plan", events: () => [event] });
}

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";
