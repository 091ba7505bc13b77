import { isNone } from "../model/permissions.ts";
import type { PermissionsDraft } from "../request/draft.ts";
import { differenceOf, processDifferenceOf } from "../request/permission-change.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { toComment } from "./comment.ts";
import type { Kind, Place, Undo } from "./kind.ts";
import { planApproval } from "./plan-approval.ts";
import { planProcesses, undoProcesses } from "./process-steps.ts";
import { toTaskStep } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** Other permissions for an account that exists. */
export const permissions: Kind<PermissionsDraft> = {
  title: "Other permissions",
  purpose: "other permissions for an account",
  about: "other permissions for ",
  note: () =>
    "All of it is pending until one activation, and taken back if the request does not end well.",
  whereAdopted: joinsInventory,
  group: "set",
  editableWhenMade: () => ["permissions", "businessProcesses"],
  plan,
  undo,
  changes: (draft) => [{ groupName: draft.groupName, ...differenceOf(draft) }],
  processChange: processDifferenceOf,
};

/**
 * What is granted and what is taken away is pending until one activation makes both live. Business processes are
 * taken away first: one that names no action may be the very one that is granted with its action.
 */
function plan(draft: PermissionsDraft, place: Place): readonly Step[] {
  const { tenant, id } = place;
  const { groupName, userName } = draft;
  const { added, removed } = differenceOf(draft);
  const comment = toComment(
    id,
    `other permissions for the security group ${groupName} (it contains the ISU ${userName}).`,
    draft,
  );
  const grant: Task = { name: "grant-permissions", groupName, permissions: added };
  const revoke: Task = { name: "revoke-permissions", groupName, permissions: removed };
  const processes = processDifferenceOf(draft);
  const taken = { groupName, businessProcesses: processes.removed };
  const given = { groupName, businessProcesses: processes.added };
  return [
    ...planApproval(place),
    ...(isNone(added) ? [] : [toTaskStep(grant, tenant)]),
    ...(isNone(removed) ? [] : [toTaskStep(revoke, tenant)]),
    ...planProcesses("revoke-business-processes", taken, tenant),
    ...planProcesses("grant-business-processes", given, tenant),
    { name: "approve", hand: "approver" },
    toTaskStep({ name: "activate", comment }, tenant),
    { name: "verify", hand: "api" },
  ];
}

function undo(draft: PermissionsDraft, tenant: Tenant): Undo {
  const { groupName } = draft;
  const { added, removed } = differenceOf(draft);
  const revoke: Task = { name: "revoke-permissions", groupName, permissions: added };
  const grant: Task = { name: "grant-permissions", groupName, permissions: removed };
  return [
    ...undoProcesses(draft, processDifferenceOf(draft), tenant),
    ["revoke-permissions", toTaskStep(grant, tenant)],
    ["grant-permissions", toTaskStep(revoke, tenant)],
  ];
}
