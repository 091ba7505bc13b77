import { existingGroupOf } from "../model/group-settings.ts";
import { isNone, noPermissions } from "../model/permissions.ts";
import { listTokenSignOns } from "../model/sign-on.ts";
import type { RetireDraft } from "../request/draft.ts";
import { type ProcessChange, revokedInSegments } from "../request/permission-change.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { endClient } from "./client-steps.ts";
import { toComment } from "./comment.ts";
import type { Kind, Place, Undo } from "./kind.ts";
import { planProcesses, undoProcesses } from "./process-steps.ts";
import { closeSegments, revokeSegments, undoRevocation } from "./segment-steps.ts";
import { planSignOnEnd, undoSignOnEnd } from "./sign-on-tasks.ts";
import { toTaskStep } from "./task-step.ts";

/** The end of an account. */
export const retire: Kind<RetireDraft> = {
  title: "Retirement",
  purpose: "the end of an account",
  about: "the end of ",
  note: (draft) => `${existingGroupOf(draft) === undefined ? twice : once} ${accountStays}`,
  whereAdopted: "Ask first who uses it.",
  atOnce: describeLeaving,
  ends: "account",
  group: "changed",
  isSilentOnHoldings: true,
  plan,
  undo,
  changes: (draft) => [
    { groupName: draft.groupName, added: noPermissions, removed: draft.permissions },
    ...revokedInSegments(draft),
  ],
  processChange,
};

const twice =
  "An approval comes before anything is done; the activation follows from it, or has one of its own.";

const once = "One approval, before anything is done.";

const accountStays =
  "Workday has no web service that deletes an account: it stays, with UI sessions, x509 and SAML off and a password that nobody knows.";

function describeLeaving(draft: RetireDraft): string {
  const isShared = existingGroupOf(draft) !== undefined;
  if (draft.isOutsideGroup === true) return `${outside} ${isShared ? groupStays : revoked}`;
  return isShared ? leaves : `The account leaves its group at once. ${revoked}`;
}

const outside =
  "A report shows that the account is not in its group any more, so nothing takes it out.";

const groupStays = "The group stays as it is, and the account is closed at once.";

const revoked = "The revocation of the permissions counts from its activation on.";

const leaves = "The account leaves its group at once, and the group stays as it is.";

/**
 * Leaving an active group takes effect at once, so the approval comes first; a second one is for what the
 * activation of the revocations makes live. The account is closed last. A group that was there before the
 * account stays as it is: others may be in it.
 */
function plan(draft: RetireDraft, { tenant, id }: Place): readonly Step[] {
  const { groupName, userName, permissions, isOutsideGroup } = draft;
  const member: Task = { name: "remove-group-member", groupName, userName };
  const leave = isOutsideGroup === true ? [] : [toTaskStep(member, tenant, draft)];
  if (existingGroupOf(draft) !== undefined) {
    return [
      { name: "approve-plan", hand: "approver" },
      ...leave,
      ...planSignOnEnd(draft, id).map((task) => toTaskStep(task, tenant)),
      ...closeAccount(draft, tenant),
    ];
  }
  const comment = toComment(
    id,
    `the ISU ${userName} is retired, and its security group ${groupName} with it.`,
    draft,
  );
  return [
    { name: "approve-plan", hand: "approver" },
    ...leave,
    ...(isNone(permissions)
      ? []
      : [toTaskStep({ name: "revoke-permissions", groupName, permissions }, tenant, draft)]),
    ...revokeSegments(draft, tenant),
    ...planProcesses("revoke-business-processes", draft, tenant),
    { name: "approve", hand: "approver" },
    toTaskStep({ name: "activate", comment }, tenant),
    ...planSignOnEnd(draft, id).map((task) => toTaskStep(task, tenant)),
    ...closeSegments(draft, tenant),
    toTaskStep({ name: "inactivate-security-group", groupName }, tenant, draft),
    ...closeAccount(draft, tenant),
  ];
}

/** The put that gives the account its last password switches x509 and SAML off; a task follows where it cannot. */
function closeAccount(draft: RetireDraft, tenant: Tenant): readonly Step[] {
  const { userName } = draft;
  return [
    ...endClient(draft),
    { name: "scramble-user", hand: "api" },
    ...(listTokenSignOns(draft).length === 0
      ? []
      : [toTaskStep({ name: "switch-off-token-sign-on", userName }, tenant)]),
    { name: "disable-secret", hand: "api" },
    { name: "verify", hand: "api" },
  ];
}

function undo(draft: RetireDraft, tenant: Tenant): Undo {
  const { groupName, userName, permissions } = draft;
  const grant: Task = { name: "grant-permissions", groupName, permissions };
  const join: Task = { name: "add-group-member", groupName, userName };
  return [
    ...undoProcesses(draft, processChange(draft), tenant),
    ...undoSignOnEnd(draft).map(([done, task]) => [done, toTaskStep(task, tenant, draft)] as const),
    ...undoRevocation(draft, tenant),
    ["revoke-permissions", toTaskStep(grant, tenant, draft)],
    ["remove-group-member", toTaskStep(join, tenant, draft)],
  ];
}

function processChange({ businessProcesses = [] }: RetireDraft): ProcessChange {
  return { added: [], removed: businessProcesses };
}
