import { approvalAt, listUnseen, lookAtPending } from "../approval/approval.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates, withDelegates } from "../authorization/authorize.ts";
import { neededForAll } from "../authorization/quorum.ts";
import { appendEvents } from "../lifecycle/append-events.ts";
import { isSameName } from "../model/names.ts";
import type { PendingChanges } from "../model/pending.ts";
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

/**
 * Why an approval is not asked for: of the request's own changes none is pending, and they are not in force already
 * either. An activation that an approver of another request was shown may have made them live: then the approval is for
 * what follows. Where no report shows what is in force, an activation since the request was opened may have.
 */
async function findNothingOfItsOwn(
  deps: FlowDeps,
  request: Request,
  pending: PendingChanges,
): Promise<string | undefined> {
  if (!lacksItsOwn(request, pending)) return undefined;
  const { workday } = deps.contextOf(request.draft.tenant);
  const held = await retryRead(deps.clock, () => workday.readGroupPermissions());
  if (!held.ok || held.value.kind === "cannot-see") {
    const read = await retryRead(deps.clock, () => workday.readTimestamps());
    const seen = read.ok && read.value.kind === "seen" ? read.value.timestamps : [];
    return seen.some(({ at }) => at > request.openedAt) ? undefined : nothingPending;
  }
  const lines = held.value.permissions.filter(({ status }) => status === "active");
  const isInForce = listExpected(request.draft)
    .filter(({ kind }) => kind === "domain")
    .every((one) => isThere(one, lines) === (one.change === "Added"));
  return isInForce ? undefined : nothingPending;
}

function isThere(one: ExpectedChange, lines: readonly GroupPermission[]): boolean {
  return (
    one.kind === "domain" &&
    lines.some(
      ({ access, securityGroup, domain }) =>
        access === one.access &&
        isSameName(securityGroup, one.securityGroup) &&
        isSameName(domain, one.domain),
    )
  );
}

const nothingPending =
  "Nobody is asked to approve: of the changes that this request expects none is pending in the tenant, so an activation would make live only what others left. Look whether its permissions were made, for the right group. Make them, then press Try again; or withdraw the request.";

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";
