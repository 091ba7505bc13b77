import { approvalAt, listUnseen, lookAtPending } from "../approval/approval.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates, withDelegates } from "../authorization/authorize.ts";
import { neededForAll } from "../authorization/quorum.ts";
import { appendEvents } from "../lifecycle/append-events.ts";
import type { PendingChanges } from "../model/pending.ts";
import { isSameDomain } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { type ExpectedChange, lacksItsOwn, listExpected } from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Request } from "../request/request.ts";
import { isOfPlan } from "../tasks/step.ts";
import { deadline } from "../tenant/deadline.ts";
import { recordObstacle } from "./record-obstacle.ts";

/** Shows what is pending now to those who may approve, and waits for as many as are needed. */
export async function askApproval(deps: FlowDeps, request: Request): Promise<void> {
  const step = approvalAt(request);
  const look = await lookAtPending(deps, request);
  if (!look.ok)
    return recordObstacle(deps, request, { step, obstacle: { kind: "fault", error: look.error } });
  if (look.value.isOutdated === true)
    return recordObstacle(deps, request, { step, obstacle: { kind: "refused", words: outdated } });
  const why = await findNothingOfItsOwn(deps, request, look.value.pending);
  if (!isOfPlan(step) && why !== undefined)
    return recordObstacle(deps, request, { step, obstacle: { kind: "refused", words: why } });
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  const askedAt = deps.clock.now();
  const { others } = look.value;
  const standIns = await readDelegates({ ...deps, now: askedAt }, { ...request, others }, tenant);
  const needed = neededForAll(tenant, request.draft, look.value);
  const opensAt = findOpening(request, step, { tenant, at: askedAt });
  const asked = {
    step,
    ...look.value,
    needed,
    askedAt,
    expiresAt: deadline(askedAt, tenant),
    ...(opensAt !== undefined && { opensAt }),
  };
  const unseen = listUnseen(request, look.value.pending);
  await appendEvents(deps, request, {
    label: "ask approval",
    events: () => [withDelegates({ kind: "approval-asked", asked, unseen }, standIns)],
  });
}

/**
 * Why an approval is not asked for: the card would show others' changes only. What is granted already, or not held any
 * more where it is to be taken away, needs no activation: then nothing stands in the way of a removal.
 */
async function findNothingOfItsOwn(
  deps: FlowDeps,
  request: Request,
  pending: PendingChanges,
): Promise<string | undefined> {
  if (!lacksItsOwn(request, pending)) return undefined;
  const { workday } = deps.contextOf(request.draft.tenant);
  const held = await retryRead(deps.clock, () => workday.readGroupPermissions());
  const lines = held.ok && held.value.kind === "seen" ? held.value.permissions : undefined;
  const expected = listExpected(request.draft);
  const live = expected.filter((one) => one.change === "Added" && isThere(one, lines));
  const isAllGone =
    lines !== undefined &&
    expected.every(
      (one) => one.kind === "domain" && one.change === "Removed" && !isThere(one, lines),
    );
  if (isAllGone) return undefined;
  return live.length > 0
    ? `${nothingPending} ${describeLive(live.length)}`
    : `${nothingPending} ${lookAtTasks}`;
}

function isThere(one: ExpectedChange, lines: readonly GroupPermission[] = []): boolean {
  return (
    one.kind === "domain" &&
    lines.some(
      ({ access, securityGroup, domain }) =>
        access === one.access &&
        isSameDomain(securityGroup, one.securityGroup) &&
        isSameDomain(domain, one.domain),
    )
  );
}

const nothingPending =
  "Nobody is asked to approve: of the changes that this request expects none is pending in the tenant, so an activation would make live only what others left.";

const lookAtTasks =
  "Look whether its permissions were made, for the right group. Make them, then press Try again; or withdraw the request.";

function describeLive(count: number): string {
  return `${count} of them are live already: somebody activated them without an approval of this request. Look at View All Security Timestamps, and tell the tenant's approvers; then withdraw the request.`;
}

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";
