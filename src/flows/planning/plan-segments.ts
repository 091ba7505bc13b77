import type { RequestId } from "../model/ids.ts";
import { isNone } from "../model/permissions.ts";
import { listSegments, type SegmentedAccess } from "../model/segments.ts";
import type { Account, EndSegmentsDraft, SegmentDraft } from "../request/draft.ts";
import type { ContentSegments } from "../tasks/segment-task.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { handOver } from "./task-step.ts";

type Undo = readonly (readonly [StepName, Step])[];

/**
 * What the account did for everything is taken away and granted in the segments by one activation, so that it
 * never has neither. Content is marked before it: until then nothing of the account is restricted. Marking
 * it counts at once for groups that have such a segment already, so an approval comes before.
 */
export function planSegment(draft: SegmentDraft, tenant: Tenant, id: RequestId): readonly Step[] {
  const { userName, segmented } = draft;
  const { groupName, segments } = segmented;
  const comment = `${id}: access of the ISU ${userName} by segments, with the security group ${groupName}.`;
  const first: readonly Step[] =
    segmented.content.length === 0 ? [] : [{ name: "approve-plan", hand: "approver" }];
  return [
    ...first,
    ...(segments.kind === "existing" ? [] : [{ name: "make-segments", hand: "api" } as const]),
    ...markContent(segmented, tenant),
    handOver(toGroup(draft), tenant),
    grantSegments(segmented, tenant),
    ...moveAway(draft, tenant),
    { name: "approve", hand: "approver" },
    handOver({ name: "activate", comment }, tenant),
    { name: "verify", hand: "api" },
  ];
}

/** One activation takes away and gives back; an empty group is closed last. */
export function planEndSegments(
  draft: EndSegmentsDraft,
  tenant: Tenant,
  id: RequestId,
): readonly Step[] {
  const { userName, groupName } = draft;
  const comment = `${id}: the ISU ${userName} of the security group ${groupName} has no access by segments any more.`;
  return [
    ...revokeSegments(draft, tenant),
    ...giveBack(draft, tenant),
    { name: "approve", hand: "approver" },
    handOver({ name: "activate", comment }, tenant),
    ...closeSegments(draft, tenant),
    { name: "verify", hand: "api" },
  ];
}

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

/**
 * What undoes which step of {@link planSegment}, last first. What was made in Learning stays: nothing deletes it. So do
 * the marks on content: nothing tells which it had before.
 */
export function undoSegment(draft: SegmentDraft, tenant: Tenant): Undo {
  const { groupName, segmented } = draft;
  const { moved: permissions } = segmented;
  return [
    ["revoke-permissions", handOver({ name: "grant-permissions", groupName, permissions }, tenant)],
    ...revokeSegments(draft, tenant).map((step) => ["grant-in-segments", step] as const),
    ...closeSegments(draft, tenant).map((step) => ["create-segment-group", step] as const),
  ];
}

/** The same of {@link planEndSegments}; a group that was closed stays so. */
export function undoEndSegments(draft: EndSegmentsDraft, tenant: Tenant): Undo {
  const { groupName, restored: permissions } = draft;
  return [
    ["grant-permissions", handOver({ name: "revoke-permissions", groupName, permissions }, tenant)],
    ...undoRevocation(draft, tenant),
  ];
}

/** Gives back what {@link revokeSegments} took. */
export function undoRevocation({ segmented }: Account, tenant: Tenant): Undo {
  return segmented === undefined ? [] : [["revoke-in-segments", grantSegments(segmented, tenant)]];
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

function grantSegments({ groupName, permissions }: SegmentedAccess, tenant: Tenant): Step {
  return handOver({ name: "grant-in-segments", groupName, permissions }, tenant);
}

function moveAway({ groupName, segmented }: SegmentDraft, tenant: Tenant): readonly Step[] {
  const { moved: permissions } = segmented;
  if (isNone(permissions)) return [];
  return [handOver({ name: "revoke-permissions", groupName, permissions }, tenant)];
}

function giveBack({ groupName, restored }: EndSegmentsDraft, tenant: Tenant): readonly Step[] {
  if (isNone(restored)) return [];
  return [handOver({ name: "grant-permissions", groupName, permissions: restored }, tenant)];
}

function markContent({ segments, content }: SegmentedAccess, tenant: Tenant): readonly Step[] {
  if (segments.kind === "existing" || content.length === 0) return [];
  const { kind, names }: ContentSegments = segments;
  return [handOver({ name: "add-segments-to-content", kind, names, content }, tenant)];
}
