import { isMeantInactive } from "../../flows/model/group-settings.ts";
import type { Account, AccountDraft } from "../../flows/request/draft.ts";
import { listStaying } from "../../flows/wording/describe-group.ts";
import { type Block, plainSection } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { describeKind, describeOrganizationScope } from "../forms/group-fields.ts";

/** What the plan says of a group that is not simply a new, unconstrained and active one. */
export function describeGroup(account: Account): readonly string[] {
  const { group, groupName } = account;
  const kind = group === undefined ? [] : [`Kind of group: ${describeKind(group.kind)}`];
  const constrained =
    group?.kind === "constrained"
      ? [
          `Organizations: ${group.organizations.join("; ")}`,
          `${describeOrganizationScope(group.scope)}.`,
        ]
      : [];
  const inactive = isMeantInactive(account)
    ? [`The group ${groupName} is inactive: its permissions do not work until it is activated.`]
    : [];
  return [...kind, ...constrained, ...inactive];
}

/** Of a retirement: why the group stays, where it does. */
export function describeStays(account: AccountDraft): Block[] {
  return listStaying(account).map(({ title, lines }) =>
    plainSection(`${title}\n${cutLines(lines, 1500)}`.trimEnd()),
  );
}

/** Who else is in the group whose permissions are edited: they gain and lose what the account does. */
export function describeAlsoInGroup(account: AccountDraft, most: number): Block[] {
  if (!("alsoInGroup" in account) || account.alsoInGroup === undefined) return [];
  const { alsoInGroup } = account;
  return [
    plainSection(
      `Also in this group (${alsoInGroup.length}), and gaining and losing the same:\n${cutLines(alsoInGroup, most)}`,
    ),
  ];
}
