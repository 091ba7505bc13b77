import { findUnread, lookAtPending } from "../approval/approval.ts";
import type { ApprovalObstacle } from "../approval/obstacle.ts";
import { listLapsed, recheckPeople } from "../approval/recheck-approval.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { GivenApproval } from "../request/given-approval.ts";
import type { GoesLive } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { countFor } from "../request/waits.ts";
import { listHandsInRest, toParts } from "./release-parts.ts";
import { readReleaseParts } from "./voices.ts";

/**
 * Whether a release is still what was approved, of each of its requests by that request's own rules: by people who may
 * approve it still, and by enough of them. Changes nothing.
 */
export async function recheckRelease(
  deps: FlowDeps,
  release: Request,
): Promise<ApprovalObstacle | undefined> {
  const members = await readReleaseParts(deps, release);
  const lapsed = await recheckParts(deps, release, members);
  if (lapsed !== undefined) return lapsed;
  const look = await lookAtPending(deps, release);
  if (!look.ok) return { kind: "fault", error: look.error };
  const unread = findUnread(look.value, release.approval?.digest);
  if (unread !== undefined) return { kind: "fault", error: unread };
  if (release.approval?.digest !== look.value.digest)
    return { kind: "approval-void", look: look.value };
  return recheckVoices(deps, release, { live: look.value, members, given: release.approval.given });
}

interface Accepted {
  readonly live: GoesLive;
  readonly members: readonly Request[];
  readonly given: readonly GivenApproval[];
}

/** Whether whoever accepted what is nobody's has no hand in it by now, and as many count as each part needs. */
function recheckVoices(
  deps: FlowDeps,
  release: Request,
  { live, members, given }: Accepted,
): ApprovalObstacle | undefined {
  const ofRest = given.filter((one) => countFor(release.id, [one]) > 0);
  const people = listLapsed(ofRest, listHandsInRest(live, members));
  if (people.length > 0) return { kind: "approval-lapsed", why: { people } };
  const { tenant } = deps.contextOf(release.draft.tenant);
  const isShort = toParts(release, live, tenant).some(
    ({ request, needed }) => countFor(request, given) < needed,
  );
  return isShort ? { kind: "approval-lapsed", why: { people: [] } } : undefined;
}

async function recheckParts(
  deps: FlowDeps,
  release: Request,
  members: readonly Request[],
): Promise<ApprovalObstacle | undefined> {
  for (const part of [...members, release]) {
    const obstacle = await recheckPeople(deps, forPart(release, part));
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

/** A part of the release with the approvals that count for it. */
function forPart({ approval }: Request, part: Request): Request {
  const { approval: _whole, ...bare } = part;
  if (approval === undefined) return bare;
  const given = approval.given.filter((one) => countFor(part.id, [one]) > 0);
  return { ...bare, approval: { ...approval, given } };
}
