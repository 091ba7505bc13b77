import { asksBeforeCreation } from "../authorization/recipe-rules.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import { formatUtc, type RequestId } from "../model/ids.ts";
import { isNone, listPermissions } from "../model/permissions.ts";
import { groupToActivate } from "../model/segments.ts";
import { findTokens } from "../model/sign-on.ts";
import {
  type Account,
  type ActivateGroupDraft,
  type CreateDraft,
  type Draft,
  isAboutClient,
  type PermissionsDraft,
  type RetireDraft,
  type RollbackDraft,
} from "../request/draft.ts";
import { differenceOf, processChangeOf } from "../request/permission-change.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { endClient, planClient } from "./plan-client.ts";
import { closeSegments, planEndSegments, planSegment, revokeSegments } from "./plan-segments.ts";
import { planSignOnEnd, planSignOnTasks } from "./plan-sign-on.ts";
import { handOver } from "./task-step.ts";

/** The steps that a request takes, in order. */
// oxlint-disable-next-line complexity -- one arm for each kind
export function planFor(draft: Draft, tenant: Tenant, id: RequestId): readonly Step[] {
  if (isAboutClient(draft)) return planClient(draft);
  switch (draft.kind) {
    case "create":
      return planCreate(draft, tenant, id);
    case "rotate":
      return planRotate();
    case "retire":
      return planRetire(draft, tenant, id);
    case "permissions":
      return planPermissions(draft, tenant, id);
    case "activate":
      return planActivate(tenant, id);
    case "activate-group":
      return planActivateGroup(draft, tenant);
    case "rollback":
      return planRollback(draft, tenant, id);
    case "segment":
      return planSegment(draft, tenant, id);
    case "end-segments":
      return planEndSegments(draft, tenant, id);
  }
}

/**
 * The account is made first and scrambled at once, so nobody can sign on; x509 and SAML are switched on and
 * the credential is issued after the approval, behind whatever else the account needs to sign on. Where Workday makes the password nobody knows it, so none is
 * issued. The last step looks, and changes nothing. Where the tenant says so, nothing is made before an
 * approval of the plan.
 */
export function planCreate(draft: CreateDraft, tenant: Tenant, id: RequestId): readonly Step[] {
  const { groupName, userName, permissions } = draft;
  const comment = `${id}: permissions for the security group ${groupName} (it contains the ISU ${userName}).`;
  const isGranting = listPermissions(permissions).length > 0;
  const hasProcesses = (draft.businessProcesses ?? []).length > 0;
  const system: readonly Step[] =
    draft.system.kind === "new" ? [{ name: "create-integration-system", hand: "api" }] : [];
  const first: readonly Step[] = asksBeforeCreation(draft, tenant)
    ? [{ name: "approve-plan", hand: "approver" }]
    : [];
  return [
    ...first,
    ...system,
    { name: "create-user", hand: "api" },
    ...planGroup(draft, tenant),
    handOver({ name: "add-group-member", groupName, userName }, tenant, draft),
    ...(isGranting
      ? [handOver({ name: "grant-permissions", groupName, permissions }, tenant, draft)]
      : []),
    ...planProcesses("grant-business-processes", draft, tenant),
    ...(isGranting || hasProcesses ? [{ name: "approve", hand: "approver" } as const] : []),
    ...planTokens(draft),
    ...(isGranting || hasProcesses ? [handOver({ name: "activate", comment }, tenant)] : []),
    ...planSignOnTasks(draft, id).map((task) => handOver(task, tenant)),
    ...planCredential(draft),
    { name: "verify", hand: "api" },
  ];
}

/**
 * Membership in a group that is there takes effect at once, so the approval comes before it; what is granted
 * besides has another one, as ever.
 */
function planGroup(draft: CreateDraft, tenant: Tenant): readonly Step[] {
  const { groupName, group, isGroupInactive } = draft;
  if (group?.kind === "existing") {
    return asksBeforeCreation(draft, tenant) ? [] : [{ name: "approve-plan", hand: "approver" }];
  }
  const constrained =
    group?.kind === "constrained"
      ? { constrained: { organizations: group.organizations, scope: group.scope } }
      : {};
  const inactive = isGroupInactive === true ? { isInactive: true } : {};
  const task = { name: "create-security-group", groupName, ...constrained, ...inactive } as const;
  return [handOver(task, tenant, draft)];
}

/** Nothing where there are none. */
export function planProcesses(
  name: "grant-business-processes" | "revoke-business-processes",
  { groupName, businessProcesses = [] }: Pick<Account, "groupName" | "businessProcesses">,
  tenant: Tenant,
): readonly Step[] {
  const task: Task = { name, groupName, businessProcesses };
  return businessProcesses.length === 0 ? [] : [handOver(task, tenant)];
}

/** Before the activation: a key that the tenant does not know stops the request while nothing is live. */
function planTokens(draft: CreateDraft): readonly Step[] {
  return findTokens(draft) === undefined ? [] : [{ name: "enable-token-sign-on", hand: "api" }];
}

function planCredential({ passwordFrom }: CreateDraft): readonly Step[] {
  return passwordFrom === "workday" ? [] : [{ name: "issue-credential", hand: "api" }];
}

/** A new password takes effect at once, so the approval comes first and those who use it hear of the moment. */
function planRotate(): readonly Step[] {
  return [
    { name: "approve-plan", hand: "approver" },
    { name: "tell-before", hand: "api" },
    { name: "issue-credential", hand: "api" },
    { name: "disable-old-versions", hand: "api" },
    { name: "tell-after", hand: "api" },
    { name: "verify", hand: "api" },
  ];
}

/**
 * Leaving an active group takes effect at once, so the approval comes first; a second one is for what the
 * activation of the revocations makes live. The account is closed last. A group that was there before the
 * account stays as it is: others may be in it.
 */
function planRetire(draft: RetireDraft, tenant: Tenant, id: RequestId): readonly Step[] {
  const { groupName, userName, permissions, isOutsideGroup } = draft;
  const member: Task = { name: "remove-group-member", groupName, userName };
  const leave = isOutsideGroup === true ? [] : [handOver(member, tenant, draft)];
  if (existingGroupOf(draft) !== undefined) {
    return [
      { name: "approve-plan", hand: "approver" },
      ...leave,
      ...planSignOnEnd(draft, id).map((task) => handOver(task, tenant)),
      ...closeAccount(draft),
    ];
  }
  const comment = `${id}: the ISU ${userName} is retired, and its security group ${groupName} with it.`;
  return [
    { name: "approve-plan", hand: "approver" },
    ...leave,
    ...(isNone(permissions)
      ? []
      : [handOver({ name: "revoke-permissions", groupName, permissions }, tenant, draft)]),
    ...revokeSegments(draft, tenant),
    ...planProcesses("revoke-business-processes", draft, tenant),
    { name: "approve", hand: "approver" },
    handOver({ name: "activate", comment }, tenant),
    ...planSignOnEnd(draft, id).map((task) => handOver(task, tenant)),
    ...closeSegments(draft, tenant),
    handOver({ name: "inactivate-security-group", groupName }, tenant, draft),
    ...closeAccount(draft),
  ];
}

function closeAccount(draft: RetireDraft): readonly Step[] {
  return [
    ...endClient(draft),
    { name: "scramble-user", hand: "api" },
    { name: "disable-secret", hand: "api" },
    { name: "verify", hand: "api" },
  ];
}

/** What the group is granted counts at once, so the approval comes first. */
function planActivateGroup(draft: ActivateGroupDraft, tenant: Tenant): readonly Step[] {
  const groupName = groupToActivate(draft);
  return [
    { name: "approve-plan", hand: "approver" },
    handOver({ name: "activate-security-group", groupName }, tenant, draft),
    { name: "verify", hand: "api" },
  ];
}

/**
 * What is granted and what is taken away is pending until one activation makes both live. Business processes are
 * taken away first: one that names no action may be the very one that is granted with its action.
 */
function planPermissions(draft: PermissionsDraft, tenant: Tenant, id: RequestId): readonly Step[] {
  const { groupName, userName } = draft;
  const { added, removed } = differenceOf(draft);
  const comment = `${id}: other permissions for the security group ${groupName} (it contains the ISU ${userName}).`;
  const grant: Task = { name: "grant-permissions", groupName, permissions: added };
  const revoke: Task = { name: "revoke-permissions", groupName, permissions: removed };
  const processes = processChangeOf(draft);
  const taken = { groupName, businessProcesses: processes.removed };
  const given = { groupName, businessProcesses: processes.added };
  return [
    ...(isNone(added) ? [] : [handOver(grant, tenant)]),
    ...(isNone(removed) ? [] : [handOver(revoke, tenant)]),
    ...planProcesses("revoke-business-processes", taken, tenant),
    ...planProcesses("grant-business-processes", given, tenant),
    { name: "approve", hand: "approver" },
    handOver({ name: "activate", comment }, tenant),
    { name: "verify", hand: "api" },
  ];
}

function planActivate(tenant: Tenant, id: RequestId): readonly Step[] {
  const comment = `${id}: everything that is pending, as approved.`;
  return [
    { name: "approve", hand: "approver" },
    handOver({ name: "activate", comment }, tenant),
    { name: "verify", hand: "api" },
  ];
}

/** It takes effect at once, so the approval comes first. It can be undone by an activation only. */
function planRollback(
  { to, undone }: RollbackDraft,
  tenant: Tenant,
  id: RequestId,
): readonly Step[] {
  const [active = to] = undone;
  const task: Task = {
    name: "activate-previous-timestamp",
    timestamp: to.at,
    newest: active.at,
    comment: `${id}: back to the timestamp of ${formatUtc(to.at)}, as approved.`,
  };
  return [
    { name: "approve-plan", hand: "approver" },
    handOver(task, tenant),
    { name: "verify", hand: "api" },
  ];
}
