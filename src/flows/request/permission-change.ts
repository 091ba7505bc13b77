import { type BusinessProcess, withoutProcesses } from "../model/business-process.ts";
import { noPermissions, type Permissions, without } from "../model/permissions.ts";
import type { Account, PermissionsDraft } from "./draft.ts";

/** What a request changes in what one group may do. */
export interface PermissionChange {
  readonly groupName: string;
  readonly added: Permissions;
  readonly removed: Permissions;
}

/** What is taken away from the account's segment-based group where it ends: all that it holds. */
export function revokedInSegments({
  segmented,
}: Pick<Account, "segmented">): readonly PermissionChange[] {
  if (segmented === undefined) return [];
  const { groupName, permissions } = segmented;
  return [{ groupName, added: noPermissions, removed: permissions }];
}

export function differenceOf({
  before,
  permissions,
}: Pick<PermissionsDraft, "before" | "permissions">): Omit<PermissionChange, "groupName"> {
  return { added: without(permissions, before), removed: without(before, permissions) };
}

/** What a request changes in what a group may initiate. */
export interface ProcessChange {
  readonly added: readonly BusinessProcess[];
  readonly removed: readonly BusinessProcess[];
}

export function processDifferenceOf({
  businessProcesses = [],
  processesBefore = businessProcesses,
}: Pick<PermissionsDraft, "businessProcesses" | "processesBefore">): ProcessChange {
  return {
    added: withoutProcesses(businessProcesses, processesBefore),
    removed: withoutProcesses(processesBefore, businessProcesses),
  };
}
