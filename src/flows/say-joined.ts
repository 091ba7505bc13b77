import { type ExistingGroup, existingGroupOf } from "./asked-group.ts";
import type { Account } from "./draft.ts";
import { accesses, listPermissions } from "./permissions.ts";
import type { TitledList } from "./titled-list.ts";

/** What joining a group that is there gives, as it was seen: for the plan, and for who approves it. */
export function listJoined(account: Account): readonly TitledList[] {
  const group = existingGroupOf(account);
  if (group === undefined) return [];
  const { userName, groupName } = account;
  const when = group.isActive ? "at once" : "once the group is activated";
  return [
    {
      title: `${userName} gets, ${when}, what the group ${groupName} may do (${listPermissions(group.holds).length}):`,
      lines: sayHeld(group),
    },
    {
      title: `In the group now (${group.members.length}):`,
      lines: group.members.length === 0 ? ["nobody"] : [...group.members],
    },
  ];
}

function sayHeld({ holds }: ExistingGroup): string[] {
  const lines = accesses.flatMap((access) => holds[access].map((domain) => `${access}: ${domain}`));
  return lines.length === 0 ? ["nothing"] : lines;
}
