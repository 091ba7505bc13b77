import type { SegmentedAccess } from "../model/segments.ts";
import type { Account } from "../request/draft.ts";
import type { Step } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Undo } from "./kind.ts";
import { handOver } from "./task-step.ts";

/** Nothing where no part of the account is behind segments; the same for {@link closeSegments}. */
export function revokeSegments({ segmented }: Account, tenant: Tenant): readonly Step[] {
  if (segmented === undefined) return [];
  const { groupName, permissions } = segmented;
  return [handOver({ name: "revoke-in-segments", groupName, permissions }, tenant)];
}

export function closeSegments(
  { groupName: own, segmented }: Account,
  tenant: Tenant,
): readonly Step[] {
  if (segmented === undefined) return [];
  const { groupName } = segmented;
  return [handOver({ name: "close-segment-group", groupName, securityGroups: [own] }, tenant)];
}

/** Gives back what {@link revokeSegments} took. */
export function undoRevocation({ segmented }: Account, tenant: Tenant): Undo {
  return segmented === undefined ? [] : [["revoke-in-segments", grantSegments(segmented, tenant)]];
}

export function grantSegments({ groupName, permissions }: SegmentedAccess, tenant: Tenant): Step {
  return handOver({ name: "grant-in-segments", groupName, permissions }, tenant);
}
