import { err, ok, type Result } from "../../result.ts";
import { type ExistingGroup, existingGroupOf } from "../model/group-settings.ts";
import { groupToActivate } from "../model/segments.ts";
import type { Workday } from "../ports/workday.ts";
import type { ActivateGroupDraft } from "../request/draft.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import { refuseAccount } from "../request/refuse-account.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { type ExistingGroupLookup, findExistingGroup, findRefused } from "./existing-group.ts";

type Asked = Omit<ActivateGroupDraft, "kind" | "found">;

/**
 * A group of an account that waits to be activated, its own or its segment-based one, as the tenant shows it. Changes
 * nothing.
 *
 * @returns `undefined` where the tenant has no reports of its groups and of what they may do
 */
export async function readInactiveGroup(
  workday: Workday,
  asked: Asked,
  tenant: Tenant,
): Promise<Result<ExistingGroup | undefined, TenantCheck>> {
  const groupName = groupToActivate(asked);
  if (asked.isOfSegments !== true && existingGroupOf(asked) !== undefined) {
    return refuseAccount(
      `The bot did not make the group ${groupName}, and others may be in it. Activate it in Workday.`,
    );
  }
  const found = await findExistingGroup(workday, groupName);
  if (!found.ok) return err({ kind: "fault", fault: found.error });
  const why = findWhyNot(found.value, asked, tenant);
  if (why !== undefined) return refuseAccount(why);
  return ok(found.value.kind === "seen" ? found.value.group : undefined);
}

function findWhyNot(found: ExistingGroupLookup, asked: Asked, tenant: Tenant): string | undefined {
  const groupName = groupToActivate(asked);
  if (found.kind === "none") return `${tenant.label} has no security group ${groupName} any more.`;
  if (found.kind === "cannot-see") {
    const isInactive = asked.isOfSegments === true || asked.isGroupInactive === true;
    return isInactive ? undefined : `The group of ${asked.userName} was made active.`;
  }
  if (found.group.isActive) {
    return `The group ${groupName} is active already. Nothing has to be done.`;
  }
  const refused = findRefused(found.group, tenant);
  return refused === undefined
    ? undefined
    : `The group ${groupName} ${refused} This bot does not activate it.`;
}
