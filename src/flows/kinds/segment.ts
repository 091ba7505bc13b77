import { isNone, noPermissions } from "../model/permissions.ts";
import { listSegments, type SegmentedAccess } from "../model/segments.ts";
import type { SegmentDraft } from "../request/draft.ts";
import type { PermissionChange } from "../request/permission-change.ts";
import type { ContentSegments } from "../tasks/segment-task.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { toComment } from "./comment.ts";
import type { Kind, PartOf, Place, Undo } from "./kind.ts";
import { planApproval } from "./plan-approval.ts";
import { closeSegments, grantSegments, revokeSegments } from "./segment-steps.ts";
import { toTaskStep } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** From then on some of what an account may do is open in some segments only. */
export const segment: Kind<SegmentDraft> = {
  title: "Access by segments",
  purpose: "access of an account by segments",
  about: "access by segments for ",
  note: () =>
    "One activation does both: before it nothing is restricted. If the request does not end well, both are taken back.",
  whereAdopted: joinsInventory,
  atOnce: () =>
    "Marking learning content counts at once, for whichever groups open these segments already. What the account may do in them counts from the activation on.",
  makes: "segments",
  group: "set",
  editableWhenMade,
  plan,
  undo,
  changes,
};

/**
 * What the account did for everything is taken away and granted in the segments by one activation, so that it
 * never has neither. Content is marked before it: until then nothing of the account is restricted. Marking
 * it counts at once for groups that have such a segment already, so an approval comes before.
 */
function plan(draft: SegmentDraft, { tenant, id, asksForPlan }: Place): readonly Step[] {
  const { userName, segmented } = draft;
  const { groupName, segments } = segmented;
  const comment = toComment(
    id,
    `access of the ISU ${userName} by segments, with the security group ${groupName}.`,
    draft,
  );
  return [
    ...planApproval({ asksForPlan: asksForPlan || segmented.content.length > 0 }),
    ...(segments.kind === "existing" ? [] : [{ name: "make-segments", hand: "api" } as const]),
    ...markContent(segmented, tenant),
    toTaskStep(toGroup(draft), tenant),
    grantSegments(segmented, tenant),
    ...moveAway(draft, tenant),
    { name: "approve", hand: "approver" },
    toTaskStep({ name: "activate", comment }, tenant),
    { name: "verify", hand: "api" },
  ];
}

/**
 * What may be done in the segments, and so what moves. The segments and the group stay: no service renames or deletes them;
 * so does content that may be marked, since nothing tells which marks it had before.
 */
function editableWhenMade(perhapsDone: readonly StepName[]): readonly PartOf<SegmentDraft>[] {
  const ofWhatMoves = [
    "permissions",
    "segmented.permissions",
    "segmented.moved",
    "otherWays",
  ] as const;
  return perhapsDone.includes("add-segments-to-content")
    ? ofWhatMoves
    : [...ofWhatMoves, "segmented.content"];
}

/**
 * What undoes which step of the plan, last first. What was made in Learning stays: nothing deletes it. So do
 * the marks on content: nothing tells which it had before.
 */
function undo(draft: SegmentDraft, tenant: Tenant): Undo {
  const { groupName, segmented } = draft;
  const { moved: permissions } = segmented;
  return [
    [
      "revoke-permissions",
      toTaskStep({ name: "grant-permissions", groupName, permissions }, tenant),
    ],
    ...revokeSegments(draft, tenant).map((step) => ["grant-in-segments", step] as const),
    ...closeSegments(draft, tenant).map((step) => ["create-segment-group", step] as const),
  ];
}

function toGroup({ groupName: own, segmented }: SegmentDraft): Task {
  const { groupName, segments, isInactive } = segmented;
  return {
    name: "create-segment-group",
    groupName,
    securityGroups: [own],
    segments: listSegments(segments),
    ...(isInactive && { isInactive }),
  };
}

function moveAway({ groupName, segmented }: SegmentDraft, tenant: Tenant): readonly Step[] {
  const { moved: permissions } = segmented;
  if (isNone(permissions)) return [];
  return [toTaskStep({ name: "revoke-permissions", groupName, permissions }, tenant)];
}

function markContent({ segments, content }: SegmentedAccess, tenant: Tenant): readonly Step[] {
  if (segments.kind === "existing" || content.length === 0) return [];
  const { kind, names }: ContentSegments = segments;
  return [toTaskStep({ name: "add-segments-to-content", kind, names, content }, tenant)];
}

function changes({ groupName, segmented }: SegmentDraft): readonly PermissionChange[] {
  return [
    { groupName, added: noPermissions, removed: segmented.moved },
    {
      groupName: segmented.groupName,
      added: segmented.permissions,
      removed: noPermissions,
    },
  ];
}
