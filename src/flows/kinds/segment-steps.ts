import type { SegmentedAccess } from "../model/segments.ts";
import type { Account } from "../request/draft.ts";
import type { Step } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Undo } from "./kind.ts";
import { toTaskStep } from "./task-step.ts";

/** Takes from the segment-based group what it may do; nothing where the account has no such group. */
export function revokeSegments({ segmented }: Account, tenant: Tenant): readonly Step[] {
  if (segmented === undefined) return [];
  const { groupName, permissions } = segmented;
  return [toTaskStep({ name: "revoke-in-segments", groupName, permissions }, tenant)];
}

/** Takes the account's own group out of its segment-based group; nothing where the account has none. */
export function closeSegments(
  { groupName: own, segmented }: Account,
  tenant: Tenant,
): readonly Step[] {
  if (segmented === undefined) return [];
  const { groupName } = segmented;
  return [toTaskStep({ name: "close-segment-group", groupName, securityGroups: [own] }, tenant)];
}

/** Gives back what {@link revokeSegments} took. */
export function undoRevocation({ segmented }: Account, tenant: Tenant): Undo {
  return segmented === undefined ? [] : [["revoke-in-segments", grantSegments(segmented, tenant)]];
}

export function grantSegments({ groupName, permissions }: SegmentedAccess, tenant: Tenant): Step {
  return toTaskStep({ name: "grant-in-segments", groupName, permissions }, tenant);
}
