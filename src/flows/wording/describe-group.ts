import { kindOf } from "../kinds/kinds.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { AccountDraft, Draft } from "../request/draft.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What takes effect by way of a group that is there, as it was seen: for the plan, and for who approves it. */
export function listGroup(draft: Draft, tenant: Tenant): readonly TitledList[] {
  return kindOf(draft).listGroup?.(draft, tenant) ?? [];
}

/** Of a retirement: why the group stays, where it does. */
export function listStaying(account: AccountDraft): readonly TitledList[] {
  const group = existingGroupOf(account);
  if (kindOf(account).ends !== "account" || group === undefined) return [];
  const { groupName, userName } = account;
  const isOutside = "isOutsideGroup" in account;
  const left = isOutside
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
