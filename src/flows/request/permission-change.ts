import { type BusinessProcess, withoutProcesses } from "../model/business-process.ts";
import { noPermissions, type Permissions, without } from "../model/permissions.ts";
import {
  type AccountDraft,
  accountOf,
  type Draft,
  isAboutClient,
  type PermissionsDraft,
} from "./draft.ts";

/** What a request changes in what one group may do. */
export interface PermissionChange {
  readonly groupName: string;
  readonly added: Permissions;
  readonly removed: Permissions;
}

/** Works the same out of every draft, so that a plan, its approval and its undoing speak of one thing. */
export function changesOf(draft: Draft): readonly PermissionChange[] {
  const account = accountOf(draft);
  if (account === undefined || isAboutClient(account)) return [];
  const own = { groupName: account.groupName, added: noPermissions, removed: noPermissions };
  switch (account.kind) {
    case "rotate":
    case "activate-group":
      return [];
    case "create":
      return [{ ...own, added: account.permissions }];
    case "retire":
      return [{ ...own, removed: account.permissions }, ...revoked(account)];
    case "permissions":
      return [{ ...own, ...differenceOf(account) }];
    case "segment":
      return [
        { ...own, removed: account.segmented.moved },
        {
          groupName: account.segmented.groupName,
          added: account.segmented.permissions,
          removed: noPermissions,
        },
      ];
    case "end-segments":
      return [{ ...own, added: account.restored }, ...revoked(account)];
  }
}

/** What the account's segment-based group holds, taken away. */
function revoked({ segmented }: Pick<AccountDraft, "segmented">): readonly PermissionChange[] {
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

/** In the same way. */
export function processChangeOf(draft: Draft): ProcessChange {
  const { businessProcesses = [] } = accountOf(draft) ?? {};
  if (draft.kind === "create") return { added: businessProcesses, removed: [] };
  if (draft.kind === "retire") return { added: [], removed: businessProcesses };
  if (draft.kind !== "permissions") return { added: [], removed: [] };
  const { processesBefore = businessProcesses } = draft;
  return {
    added: withoutProcesses(businessProcesses, processesBefore),
    removed: withoutProcesses(processesBefore, businessProcesses),
  };
}
