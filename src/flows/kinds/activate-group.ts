import { groupToActivate } from "../model/segments.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { ActivateGroupDraft } from "../request/draft.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listHeld, listMembers } from "./group-lists.ts";
import type { Kind, Undo } from "./kind.ts";
import { toTaskStep } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** The inactive group of an account becomes active. */
export const activateGroup: Kind<ActivateGroupDraft> = {
  title: "Activation of a group",
  purpose: "that the inactive group of an account becomes active",
  about: "the activation of the group of ",
  note: () =>
    "What the group is granted counts from the moment it is active: nothing has to be activated with it, unless permissions of it are still pending.",
  whereAdopted: joinsInventory,
  atOnce: () => "What the group is granted counts at once.",
  group: "changed",
  saysWhetherActive: true,
  isSilentOnHoldings: true,
  // What the group is granted counts at once, so the approval comes first.
  plan: (draft, { tenant }) => [
    { name: "approve-plan", hand: "approver" },
    toTaskStep(
      { name: "activate-security-group", groupName: groupToActivate(draft) },
      tenant,
      draft,
    ),
    { name: "verify", hand: "api" },
  ],
  undo,
  listGroup: listActivated,
};

function undo(draft: ActivateGroupDraft, tenant: Tenant): Undo {
  const groupName = groupToActivate(draft);
  const inactivate: Task = { name: "inactivate-security-group", groupName };
  return [["activate-security-group", toTaskStep(inactivate, tenant, draft)]];
}

/** What counts from its activation on, and for whom. */
function listActivated(draft: ActivateGroupDraft, tenant: Tenant): readonly TitledList[] {
  const { found, isOfSegments, segmented, permissions } = draft;
  const groupName = groupToActivate(draft);
  if (found !== undefined) {
    return [
      listHeld(
        `What counts once the group ${groupName} is active, as a report shows it`,
        found.holds,
        tenant,
      ),
      listMembers(found),
    ];
  }
  const asked = isOfSegments === true ? segmented?.permissions : undefined;
  const title = `What counts once the group ${groupName} is active, as it was asked for: no report shows what it holds by now, or who is in it`;
  return [listHeld(title, asked ?? permissions, tenant)];
}
