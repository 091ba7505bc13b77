import { existingGroupOf } from "../model/group-settings.ts";
import { listPermissions, noPermissions } from "../model/permissions.ts";
import { findTokens } from "../model/sign-on.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { CreateDraft } from "../request/draft.ts";
import type { ProcessChange } from "../request/permission-change.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { toComment } from "./comment.ts";
import { listHeld, listMembers } from "./group-lists.ts";
import type { Kind, Place, Undo } from "./kind.ts";
import { planApproval } from "./plan-approval.ts";
import { planProcesses, undoProcesses } from "./process-steps.ts";
import { planSignOnTasks, undoSignOnTasks } from "./sign-on-tasks.ts";
import { issued, toTaskStep } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** A new integration user with its group. */
export const create: Kind<CreateDraft> = {
  title: "New integration user",
  purpose: "a new integration user",
  about: "",
  note: describePassword,
  whereAdopted: joinsInventory,
  result: "what became of the password",
  makes: "account",
  group: "changed",
  saysWhetherActive: true,
  editableWhenMade: () => ["permissions", "businessProcesses"],
  plan,
  undo,
  changes: ({ groupName, permissions }) => [
    { groupName, added: permissions, removed: noPermissions },
  ],
  processChange,
  listGroup: listJoined,
};

/**
 * The account is made first and scrambled at once, so nobody can sign on. After the approval, x509 and SAML are switched
 * on, and the credential is issued behind whatever else the account needs to sign on; where Workday makes the password
 * nobody knows it, so none is issued. The last step looks, and changes nothing. Where the tenant says so, nothing is made
 * before an approval of the plan.
 */
function plan(draft: CreateDraft, place: Place): readonly Step[] {
  const { tenant, id } = place;
  const { groupName, userName, permissions } = draft;
  const comment = toComment(
    id,
    `permissions for the security group ${groupName} (it contains the ISU ${userName}).`,
    draft,
  );
  const isGranting = listPermissions(permissions).length > 0;
  const hasProcesses = (draft.businessProcesses ?? []).length > 0;
  const system: readonly Step[] =
    draft.system.kind === "new" ? [{ name: "create-integration-system", hand: "api" }] : [];
  return [
    ...planApproval(place),
    ...system,
    { name: "create-user", hand: "api" },
    ...planGroup(draft, place),
    toTaskStep({ name: "add-group-member", groupName, userName }, tenant, draft),
    ...(isGranting
      ? [toTaskStep({ name: "grant-permissions", groupName, permissions }, tenant, draft)]
      : []),
    ...planProcesses("grant-business-processes", draft, tenant),
    ...(isGranting || hasProcesses ? [{ name: "approve", hand: "approver" } as const] : []),
    ...planTokens(draft),
    ...(isGranting || hasProcesses ? [toTaskStep({ name: "activate", comment }, tenant)] : []),
    ...planSignOnTasks(draft, id).map((task) => toTaskStep(task, tenant)),
    ...planCredential(draft),
    { name: "verify", hand: "api" },
  ];
}

/**
 * Membership in a group that is there takes effect at once, so the approval comes before it; what is granted
 * besides has another one, as ever.
 */
function planGroup(draft: CreateDraft, { tenant, asksForPlan }: Place): readonly Step[] {
  const { groupName, group, isGroupInactive } = draft;
  if (group?.kind === "existing") {
    return asksForPlan ? [] : [{ name: "approve-plan", hand: "approver" }];
  }
  const constrained =
    group?.kind === "constrained"
      ? { constrained: { organizations: group.organizations, scope: group.scope } }
      : {};
  const inactive = isGroupInactive === true ? { isInactive: true } : {};
  const task = { name: "create-security-group", groupName, ...constrained, ...inactive } as const;
  return [toTaskStep(task, tenant, draft)];
}

/** Before the activation: a key that the tenant does not know stops the request while nothing is live. */
function planTokens(draft: CreateDraft): readonly Step[] {
  return findTokens(draft) === undefined ? [] : [{ name: "enable-token-sign-on", hand: "api" }];
}

function planCredential({ passwordFrom }: CreateDraft): readonly Step[] {
  return passwordFrom === "workday" ? [] : [{ name: "issue-credential", hand: "api" }];
}

function undo(draft: CreateDraft, tenant: Tenant): Undo {
  const { groupName, userName, permissions } = draft;
  const revoke: Task = { name: "revoke-permissions", groupName, permissions };
  const leave: Task = { name: "remove-group-member", groupName, userName };
  const inactivate: Task = { name: "inactivate-security-group", groupName };
  return [
    ...undoProcesses(draft, processChange(draft), tenant),
    ...undoSignOnTasks(draft).map(
      ([done, task]) => [done, toTaskStep(task, tenant, draft)] as const,
    ),
    ["grant-permissions", toTaskStep(revoke, tenant, draft)],
    ["add-group-member", toTaskStep(leave, tenant, draft)],
    ["create-security-group", toTaskStep(inactivate, tenant, draft)],
    ["create-user", { name: "scramble-user", hand: "api" }],
    issued,
  ];
}

function processChange({ businessProcesses = [] }: CreateDraft): ProcessChange {
  return { added: businessProcesses, removed: [] };
}

function describePassword({ passwordFrom }: CreateDraft): string {
  return passwordFrom === "workday"
    ? "Nobody knows its password: signing on is not tried, and the request ends as unverified."
    : "The password: no person sees it, and Slack never holds it.";
}

/** What joining a group that is there gives. */
function listJoined(draft: CreateDraft, tenant: Tenant): readonly TitledList[] {
  const group = existingGroupOf(draft);
  if (group === undefined) return [];
  const { userName, groupName } = draft;
  const when = group.isActive ? "at once" : "once the group is activated";
  return [
    listHeld(`${userName} gets, ${when}, what the group ${groupName} may do`, group.holds, tenant),
    listMembers(group),
  ];
}
