import { approvalAt } from "../approval/approval.ts";
import { beginEnd } from "../approval/begin-end.ts";
import type { Instant } from "../model/ids.ts";
import type { PendingChanges } from "../model/pending.ts";
import { listExpected, splitPending } from "../planning/expected-changes.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { countFor } from "../request/waits.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import type { StepName } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * What the end of a release means to a request of it: released, expired with it, or in the line again. `undefined` while
 * the release goes on.
 */
export function settleMember(
  member: Request,
  release: Request | undefined,
  { tenant, now }: { readonly tenant: Tenant; readonly now: Instant },
): Event | undefined {
  const { id, draft } = member;
  if (release === undefined) return waitAnew(member, now);
  const { approval } = release;
  if (release.finished.some(activatesPolicies) && approval !== undefined) {
    return {
      kind: "released",
      release: release.id,
      steps: listReleased(member),
      given: approval.given.filter((one) => countFor(id, [one]) > 0),
      digest: approval.digest,
      pending: toOwn(draft, approval.pending),
    };
  }
  if (release.closing === undefined) return undefined;
  return release.closing.kind === "expired"
    ? beginEnd(member, { kind: "expired" }, tenant)
    : waitAnew(member, now);
}

function waitAnew(request: Request, gathersUntil: Instant): Event {
  return { kind: "release-awaited", heldAt: approvalAt(request), gathersUntil, for: [] };
}

/** What is left of its plan up to the activation. */
function listReleased({ plan, finished }: Request): readonly StepName[] {
  const at = plan.findIndex(({ name }) => activatesPolicies(name));
  return plan
    .slice(0, at + 1)
    .map(({ name }) => name)
    .filter((name) => !finished.includes(name));
}

/** What of a request its approvers were shown with the release. */
function toOwn(draft: Request["draft"], pending: PendingChanges): PendingChanges {
  return pending.kind === "seen"
    ? { kind: "seen", changes: splitPending(pending.changes, listExpected(draft)).ours }
    : pending;
}
