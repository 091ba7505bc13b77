import { isNone, noPermissions } from "../model/permissions.ts";
import type { EndSegmentsDraft } from "../request/draft.ts";
import { revokedInSegments } from "../request/permission-change.ts";
import type { Step } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { toComment } from "./comment.ts";
import type { Kind, Place, Undo } from "./kind.ts";
import { planApproval } from "./plan-approval.ts";
import { closeSegments, revokeSegments, undoRevocation } from "./segment-steps.ts";
import { toTaskStep } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** Nothing of an account is behind segments any more. */
export const endSegments: Kind<EndSegmentsDraft> = {
  title: "End of segments",
  purpose: "the end of an account's access by segments",
  about: "the end of the segments of ",
  note: () =>
    "One activation does both; the segment-based group is closed afterwards. The learning content stays marked.",
  whereAdopted: joinsInventory,
  ends: "segments",
  group: "set",
  editableWhenMade: () => ["permissions", "restored"],
  plan,
  undo,
  changes: (draft) => [
    { groupName: draft.groupName, added: draft.restored, removed: noPermissions },
    ...revokedInSegments(draft),
  ],
};

/**
 * One activation gives back and takes away; an empty group is closed last. Given back comes first: whoever activates outside
 * of the bot in between leaves the account with what it may do twice, never with nothing.
 */
function plan(draft: EndSegmentsDraft, place: Place): readonly Step[] {
  const { tenant, id } = place;
  const { userName, groupName } = draft;
  const comment = toComment(
    id,
    `the ISU ${userName} of the security group ${groupName} has no access by segments any more.`,
    draft,
  );
  return [
    ...planApproval(place),
    ...giveBack(draft, tenant),
    ...revokeSegments(draft, tenant),
    { name: "approve", hand: "approver" },
    toTaskStep({ name: "activate", comment }, tenant),
    ...closeSegments(draft, tenant),
    { name: "verify", hand: "api" },
  ];
}

/** What undoes which step of the plan, last first. A segment-based group that was closed stays closed. */
function undo(draft: EndSegmentsDraft, tenant: Tenant): Undo {
  const { groupName, restored: permissions } = draft;
  return [
    ...undoRevocation(draft, tenant),
    [
      "grant-permissions",
      toTaskStep({ name: "revoke-permissions", groupName, permissions }, tenant),
    ],
  ];
}

function giveBack({ groupName, restored }: EndSegmentsDraft, tenant: Tenant): readonly Step[] {
  if (isNone(restored)) return [];
  return [toTaskStep({ name: "grant-permissions", groupName, permissions: restored }, tenant)];
}
