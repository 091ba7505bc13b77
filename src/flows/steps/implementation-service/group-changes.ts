import { isSameAccount } from "../../model/account-name.ts";
import type { ImplementedGroup, ImplementedMember } from "../../ports/implementation.ts";

function isMember({ members }: ImplementedGroup, userName: string): boolean {
  return members.some(({ account }) => isSameAccount(account, userName));
}

/** The group with one member more. All else stays as it came. */
export function withMember(group: ImplementedGroup, userName: string): ImplementedGroup {
  if (isMember(group, userName)) return group;
  const member: ImplementedMember = {
    account: userName,
    ids: [{ type: "System_User_ID", id: userName }],
  };
  return { ...group, members: [...group.members, member] };
}

export function withoutMember(group: ImplementedGroup, userName: string): ImplementedGroup {
  const members = group.members.filter(({ account }) => !isSameAccount(account, userName));
  return { ...group, members };
}

/** What is different in words, whatever the order; nothing where two readings mean the same. */
export function listGroupChanges(
  before: ImplementedGroup,
  after: ImplementedGroup,
): readonly string[] {
  const gone = before.members.filter(({ account }) => !isMember(after, account));
  const come = after.members.filter(({ account }) => !isMember(before, account));
  return [
    ...gone.map(({ account }) => `the member ${account} is gone`),
    ...come.map(({ account }) => `the member ${account} is new`),
    ...(before.isInactive === after.isInactive
      ? []
      : [after.isInactive ? "it is inactive" : "it is active"]),
    ...(before.name === after.name ? [] : ["its name is other"]),
    ...(before.id === after.id ? [] : ["its id is other"]),
    ...(before.comment === after.comment ? [] : ["its comment is other"]),
  ];
}
