import { groupToActivate } from "../model/segments.ts";
import {
  type AccountDraft,
  type ActivateGroupDraft,
  type CreateDraft,
  type Draft,
  isAboutClient,
  type PermissionsDraft,
  type RetireDraft,
} from "../request/draft.ts";
import { differenceOf, processChangeOf } from "../request/permission-change.ts";
import type { Step, StepName } from "../tasks/step.ts";
import { type Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { planProcesses } from "./plan.ts";
import { listUndoOfClient } from "./plan-client.ts";
import { undoEndSegments, undoRevocation, undoSegment } from "./plan-segments.ts";
import { undoSignOnEnd, undoSignOnTasks } from "./plan-sign-on.ts";
import { handOver } from "./task-step.ts";

/**
 * Undoes what the given steps did or may have done, last first, as far as Workday lets anybody: an
 * account and an integration system have no public service that deletes them.
 */
export function planCleanUp(
  { draft, begun }: { readonly draft: Draft; readonly begun: ReadonlySet<StepName> },
  tenant: Tenant,
): readonly Step[] {
  return listUndo(draft, tenant)
    .filter(([done]) => begun.has(done))
    .map(([, step]) => step);
}

type Undo = readonly (readonly [StepName, Step])[];

/** What undoes which step. A password that was changed and an activation cannot be taken back. */
// oxlint-disable-next-line complexity -- one arm for each kind
function listUndo(draft: Draft, tenant: Tenant): Undo {
  if (isAboutClient(draft)) return listUndoOfClient(draft);
  switch (draft.kind) {
    case "activate":
    case "rollback":
      return [];
    case "rotate":
      return [issued];
    case "permissions":
      return undoEdit(draft, tenant);
    case "segment":
      return undoSegment(draft, tenant);
    case "end-segments":
      return undoEndSegments(draft, tenant);
    case "activate-group":
      return undoActivation(draft, tenant);
    case "retire":
      return undoRetirement(draft, tenant);
    case "create":
      return undoCreation(draft, tenant);
  }
}

const issued = [
  "issue-credential",
  { name: "disable-secret", hand: "api" },
] as const satisfies Undo[number];

function undoActivation(draft: ActivateGroupDraft, tenant: Tenant): Undo {
  const groupName = groupToActivate(draft);
  const inactivate: Task = { name: "inactivate-security-group", groupName };
  return [["activate-security-group", handOver(inactivate, tenant, draft)]];
}

function undoRetirement(draft: RetireDraft, tenant: Tenant): Undo {
  const { groupName, userName, permissions } = draft;
  const grant: Task = { name: "grant-permissions", groupName, permissions };
  const join: Task = { name: "add-group-member", groupName, userName };
  return [
    ...undoProcesses(draft, tenant),
    ...undoSignOnEnd(draft).map(([done, task]) => [done, handOver(task, tenant, draft)] as const),
    ...undoRevocation(draft, tenant),
    ["revoke-permissions", handOver(grant, tenant, draft)],
    ["remove-group-member", handOver(join, tenant, draft)],
  ];
}

function undoCreation(draft: CreateDraft, tenant: Tenant): Undo {
  const { groupName, userName, permissions } = draft;
  const revoke: Task = { name: "revoke-permissions", groupName, permissions };
  const leave: Task = { name: "remove-group-member", groupName, userName };
  const inactivate: Task = { name: "inactivate-security-group", groupName };
  return [
    ...undoProcesses(draft, tenant),
    ...undoSignOnTasks(draft).map(([done, task]) => [done, handOver(task, tenant, draft)] as const),
    ["grant-permissions", handOver(revoke, tenant, draft)],
    ["add-group-member", handOver(leave, tenant, draft)],
    ["create-security-group", handOver(inactivate, tenant, draft)],
    ["create-user", { name: "scramble-user", hand: "api" }],
    issued,
  ];
}

function undoEdit(draft: PermissionsDraft, tenant: Tenant): Undo {
  const { groupName } = draft;
  const { added, removed } = differenceOf(draft);
  const revoke: Task = { name: "revoke-permissions", groupName, permissions: added };
  const grant: Task = { name: "grant-permissions", groupName, permissions: removed };
  return [
    ...undoProcesses(draft, tenant),
    ["revoke-permissions", handOver(grant, tenant)],
    ["grant-permissions", handOver(revoke, tenant)],
  ];
}

function undoProcesses(draft: AccountDraft, tenant: Tenant): Undo {
  const { groupName } = draft;
  const { added, removed } = processChangeOf(draft);
  const taken = { groupName, businessProcesses: added };
  const given = { groupName, businessProcesses: removed };
  const revoke = planProcesses("revoke-business-processes", taken, tenant);
  const grant = planProcesses("grant-business-processes", given, tenant);
  return [
    ...revoke.map((step) => ["grant-business-processes", step] as const),
    ...grant.map((step) => ["revoke-business-processes", step] as const),
  ];
}
