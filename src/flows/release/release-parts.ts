import { neededForAll } from "../authorization/quorum.ts";
import { changedGroups } from "../inventory/changed-groups.ts";
import { isOneOf } from "../model/names.ts";
import {
  type GoesLive,
  listMemberRequests,
  listRest,
  listStrangers,
  type WithHands,
} from "../request/other-request.ts";
import type { ReleasePart } from "../request/release-event.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * What of a release needs approvers, each part by rules of its own: every request of it, and everything that none of them
 * asked for by those of the tenant. Where nobody sees what is pending, there may be something else.
 *
 * @param tenant the tenant's own rules
 */
export function toParts(
  release: Pick<Request, "id" | "draft">,
  live: GoesLive,
  tenant: Tenant,
): readonly ReleasePart[] {
  const { pending, others } = live;
  const members = listMemberRequests(others).map(({ id: request, needed }) => ({
    request,
    needed,
  }));
  const strangers = listStrangers(others);
  const isAlone = pending.kind === "seen" && listRest(live).length === 0 && strangers.length === 0;
  if (isAlone) return members;
  const needed = neededForAll(tenant, release.draft, { pending, others: strangers });
  return [...members, { request: release.id, needed }];
}

/**
 * Whoever has a hand in what none of a release's requests asked for: in other requests, and in each of its own whose group
 * something of it is for. Where nobody sees what is pending, it may be for any of them.
 */
export function listHandsInRest(
  live: GoesLive,
  members: readonly (WithHands & Pick<Request, "draft">)[],
): readonly WithHands[] {
  const groups = listRest(live).map(({ securityGroup }) => securityGroup);
  const touched = members.filter(
    ({ draft }) =>
      live.pending.kind !== "seen" || changedGroups(draft).some((group) => isOneOf(group, groups)),
  );
  return [...listStrangers(live.others), ...touched];
}

/** For the part that needs most. */
export function mostNeeded(parts: readonly ReleasePart[]): number {
  let most = 1;
  for (const { needed } of parts) if (needed > most) most = needed;
  return most;
}
