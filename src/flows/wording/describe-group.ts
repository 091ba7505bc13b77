import { type ExistingGroup, existingGroupOf } from "../model/group-settings.ts";
import { listPermissions, type Permissions } from "../model/permissions.ts";
import { groupToActivate } from "../model/segments.ts";
import type { AccountDraft, ActivateGroupDraft, CreateDraft } from "../request/draft.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { TitledList } from "../text/titled-list.ts";

/** What takes effect by way of a group that is there, as it was seen: for the plan, and for who approves it. */
export function listGroup(draft: AccountDraft, tenant: Tenant): readonly TitledList[] {
  if (draft.kind === "create") return listJoined(draft, tenant);
  return draft.kind === "activate-group" ? listActivated(draft, tenant) : [];
}

/** What joining it gives. */
function listJoined(draft: CreateDraft, tenant: Tenant): readonly TitledList[] {
  const group = existingGroupOf(draft);
  if (group === undefined) return [];
  const { userName, groupName } = draft;
  const when = group.isActive ? "at once" : "once the group is activated";
  return [
    list(`${userName} gets, ${when}, what the group ${groupName} may do`, group.holds, tenant),
    listMembers(group),
  ];
}

/** What counts from its activation on, and for whom. */
function listActivated(draft: ActivateGroupDraft, tenant: Tenant): readonly TitledList[] {
  const { found, isOfSegments, segmented, permissions } = draft;
  const groupName = groupToActivate(draft);
  if (found !== undefined) {
    return [
      list(
        `What counts once the group ${groupName} is active, as a report shows it`,
        found.holds,
        tenant,
      ),
      listMembers(found),
    ];
  }
  const asked = isOfSegments === true ? segmented?.permissions : undefined;
  const title = `What counts once the group ${groupName} is active, as it was asked for: no report shows what it holds by now, or who is in it`;
  return [list(title, asked ?? permissions, tenant)];
}

function list(title: string, permissions: Permissions, tenant: Tenant): TitledList {
  const lines = markPermissions(permissions, tenant);
  return { title: `${title} (${lines.length}):`, lines: lines.length === 0 ? ["nothing"] : lines };
}

/** One line each, with what administers security. */
export function markPermissions(permissions: Permissions, tenant: Tenant): readonly string[] {
  return listPermissions(permissions).map(
    ({ access, domain }) => `${access}: ${domain}${markDomain(domain, tenant)}`,
  );
}

function listMembers({ members }: ExistingGroup): TitledList {
  return {
    title: `In the group now (${members.length}):`,
    lines: members.length === 0 ? ["nobody"] : members,
  };
}

/** Of a retirement: why the group stays, where it does. */
export function listStaying(account: AccountDraft): readonly TitledList[] {
  const group = existingGroupOf(account);
  if (account.kind !== "retire" || group === undefined) return [];
  const { groupName, userName, isOutsideGroup } = account;
  const left =
    isOutsideGroup === true
      ? `nobody is taken out, since a report shows that ${userName} is not in it any more`
      : `only ${userName} is taken out`;
  const why =
    group.members.length === 0
      ? "it was there before the account"
      : "it is not this account's alone. In it are, as far as the bot knows:";
  return [
    {
      title: `The security group ${groupName} stays as it is, with what it may do, and ${left}: ${why}`,
      lines: group.members,
    },
  ];
}
