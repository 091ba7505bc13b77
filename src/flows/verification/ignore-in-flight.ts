import { changesOf } from "../kinds/changes.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import { isSameName } from "../model/names.ts";
import { listPermissions } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import type { Observed } from "./observed.ts";

type OfGroups = Omit<Observed, "user">;

/**
 * What the tenant shows, without what open requests have put there so far: accounts that joined a group, and
 * permissions that are pending. They are looked at when their request ends; what is active is always looked at.
 */
export function ignoreInFlight(shown: OfGroups, unfinished: readonly Request[]): OfGroups {
  const accounts = unfinished.flatMap(({ draft }) => accountOf(draft) ?? []);
  const { groups, permissions } = shown;
  return {
    ...shown,
    groups:
      groups.kind === "seen"
        ? { ...groups, part: groups.part.map((group) => withoutJoining(group, accounts)) }
        : groups,
    permissions:
      permissions.kind === "seen"
        ? { ...permissions, part: permissions.part.filter((line) => !isAsked(line, accounts)) }
        : permissions,
  };
}

function withoutJoining(group: SecurityGroup, accounts: readonly AccountDraft[]): SecurityGroup {
  const joining = accounts.filter(
    (one) => kindOf(one).makes === "account" && isSameName(one.groupName, group.name),
  );
  const members = group.members.filter(
    (member) => !joining.some(({ userName }) => isSameAccount(userName, member)),
  );
  return { ...group, members };
}

function isAsked(line: GroupPermission, accounts: readonly AccountDraft[]): boolean {
  if (line.status !== "pending") return false;
  return accounts
    .flatMap(changesOf)
    .some(
      ({ groupName, added }) =>
        isSameName(groupName, line.securityGroup) &&
        listPermissions(added).some(
          ({ access, domain }) => access === line.access && isSameName(domain, line.domain),
        ),
    );
}
