import { existingGroupOf, isMeantInactive } from "../../flows/asked-group.ts";
import type { Account, AccountDraft } from "../../flows/draft.ts";
import { type Block, plainSection } from "./block.ts";
import { sayKind, sayScope } from "./group-fields.ts";
import { cutLines } from "./limit.ts";

/** What the plan says of a group that is not simply a new, unconstrained and active one. */
export function sayGroup(account: Account): readonly string[] {
  const { group, groupName } = account;
  const kind = group === undefined ? [] : [`Kind of group: ${sayKind(group.kind)}`];
  const constrained =
    group?.kind === "constrained"
      ? [
          `Organizations: ${group.organizations.join("; ")}`,
          `${sayScope(group.scope)}. That all of them are of one type is for Workday to check.`,
        ]
      : [];
  const inactive = isMeantInactive(account)
    ? [
        `The group ${groupName} is inactive: what it is granted counts for nothing until it is activated.`,
      ]
    : [];
  return [...kind, ...constrained, ...inactive];
}

/** Of a retirement: why the group is only left, where it is. */
export function sayStays(account: AccountDraft): Block[] {
  const group = existingGroupOf(account);
  if (account.kind !== "retire" || group === undefined) return [];
  const { groupName, userName } = account;
  const why =
    group.members.length === 0
      ? "it was there before the account"
      : `it is not this account's alone. In it are, as far as the bot knows:\n${cutLines(group.members, 1500)}`;
  return [
    plainSection(
      `The security group ${groupName} stays as it is, with what it may do, and only ${userName} is taken out: ${why}`,
    ),
  ];
}

/** Of an edit: who gains and loses the same, where others are in the group. */
export function sayAlsoInGroup(account: AccountDraft, most: number): Block[] {
  if (account.kind !== "permissions" || account.alsoInGroup === undefined) return [];
  const { alsoInGroup } = account;
  return [
    plainSection(
      `Also in this group (${alsoInGroup.length}), and gaining and losing the same:\n${cutLines(alsoInGroup, most)}`,
    ),
  ];
}
