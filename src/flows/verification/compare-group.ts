import { isSameAccount } from "../model/account-name.ts";
import type { ConstrainedGroup, ExistingGroup, ShownGroupType } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import { byEye, type ComparedFacts, type Comparison, expectThat, found } from "./expectation.ts";
import { findShownGroup, type ShownGroups } from "./find-group.ts";
import type { Expected } from "./observed.ts";

type Asked = Pick<
  Expected,
  "groupName" | "groupType" | "userName" | "others" | "existing" | "isGroupInactive"
>;

/** Compares the account's group with what was asked: that it is there and active, who is in it, and of what type it is. */
export function compareGroup(asked: Asked, shown: ShownGroups): Comparison {
  const { groupName, groupType } = asked;
  const expected = [
    expectThat("group", `The group ${groupName} and its members`, "Look at View Security Group."),
    ...(groupType === undefined
      ? []
      : [expectThat("group-type", describeAskedType(groupName, groupType), whereType)]),
  ];
  const group = findShownGroup(shown, asked.groupName);
  const eye = group.kind === "seen" ? group.by : undefined;
  return { expected, findings: byEye(eye, compareShown(asked, group)) };
}

const whereType =
  "Look at the group in Workday: View Security Group shows its type and its organizations.";

function compareShown(
  asked: Asked,
  shown: Observation<SecurityGroup | undefined>,
): readonly ComparedFacts[] {
  const { groupName, groupType } = asked;
  if (shown.kind === "cannot-see") {
    return [found("group", [unseen(`The group ${groupName} and its members`, shown.words)])];
  }
  const group = shown.part;
  if (group === undefined) {
    const words = `There is no security group ${groupName}.`;
    return [{ facts: ["group", "group-type"], items: [toItem("missing", words)] }];
  }
  return [
    found("group", compareMembers(asked, group)),
    ...(groupType === undefined || group.type === undefined
      ? []
      : [found("group-type", compareType(groupName, groupType, group.type))]),
  ];
}

function compareMembers(
  { groupName, userName, others = [], existing, isGroupInactive = false }: Asked,
  group: SecurityGroup,
): readonly VerificationItem[] {
  const isIn = group.members.some((member) => isSameAccount(member, userName));
  const known = [userName, ...others, ...(existing?.members ?? [])];
  const strangers = group.members.filter(
    (member) => !known.some((one) => isSameAccount(member, one)),
  );
  const state = group.active ? "active" : "inactive";
  return [
    ...(group.active === isGroupInactive
      ? [toItem("other", `The security group ${groupName} is ${state}.`)]
      : []),
    ...(isIn ? [] : [toItem("missing", `${userName} is not in the group ${groupName}.`)]),
    ...strangers.map((member) =>
      toItem("too-much", `${member} is in the group ${groupName} as well.`),
    ),
  ];
}

/** Another type, another organisation or a wider reach is another group than was asked for. */
export function compareType(
  groupName: string,
  asked: NonNullable<Asked["groupType"]>,
  shown: ShownGroupType,
): readonly VerificationItem[] {
  if (shown.kind !== asked.kind) {
    const words = `The security group ${groupName} is ${describeType(shown)}, and was asked to be ${asked.kind}.`;
    return [toItem("other", words)];
  }
  if (asked.kind !== "constrained" || shown.kind !== "constrained") return [];
  return [
    ...compareOrganizations(groupName, asked.organizations, shown.organizations),
    ...compareScope(groupName, asked.scope, shown.scope),
  ];
}

function compareOrganizations(
  groupName: string,
  asked: readonly string[],
  shown: readonly (readonly string[])[] | undefined,
): readonly VerificationItem[] {
  if (shown === undefined) return [unseen(`The organizations of ${groupName}`, whereType)];
  const missing = asked.filter(
    (name) => !shown.some((labels) => labels.some((label) => isSameName(label, name))),
  );
  const others = shown.filter(
    (labels) => !labels.some((label) => asked.some((name) => isSameName(label, name))),
  );
  return [
    ...missing.map((name) => toItem("missing", `${groupName} does not reach ${name}.`)),
    ...others.map(([label = "another organization"]) =>
      toItem("too-much", `${groupName} reaches ${label}, and nobody asked for it.`),
    ),
  ];
}

function compareScope(
  groupName: string,
  asked: ConstrainedGroup["scope"],
  shown: ConstrainedGroup["scope"] | undefined,
): readonly VerificationItem[] {
  if (shown === undefined) {
    return [unseen(`Whether ${groupName} reaches what is below its organizations`, whereType)];
  }
  if (shown === asked) return [];
  return shown === "subordinates"
    ? [
        toItem(
          "too-much",
          `${groupName} reaches what is below its organizations too, and nobody asked for it.`,
        ),
      ]
    : [toItem("missing", `${groupName} does not reach what is below its organizations.`)];
}

/** In a sentence, such as `unconstrained`. */
export function describeType(type: ShownGroupType): string {
  return type.kind === "other" ? `of the type ${type.name}` : type.kind;
}

function describeAskedType(groupName: string, type: NonNullable<Asked["groupType"]>): string {
  if (type.kind === "unconstrained") return `Whether the group ${groupName} is unconstrained`;
  const reach = type.scope === "current" ? "only" : "with all that is below";
  return `Whether the group ${groupName} is constrained to ${type.organizations.join(", ")} (${reach})`;
}

/** What is left of the group of an account that ended. A group that was there before stays as it is. */
export function compareLeft(
  { groupName, userName, existing }: Asked,
  shown: ShownGroups,
): Comparison {
  const what = `The group ${groupName}`;
  const group = findShownGroup(shown, groupName);
  const items =
    group.kind === "cannot-see"
      ? [unseen(what, group.words)]
      : listLeft(what, group.part, { groupName, userName, existing });
  return {
    expected: [expectThat("group", what, "Look at View Security Group.")],
    findings: byEye(group.kind === "seen" ? group.by : undefined, [found("group", items)]),
  };
}

function listLeft(
  what: string,
  group: SecurityGroup | undefined,
  {
    groupName,
    userName,
    existing,
  }: {
    readonly groupName: string;
    readonly userName: string;
    readonly existing: ExistingGroup | undefined;
  },
): readonly VerificationItem[] {
  if (group === undefined) {
    return [unseen(what, "There is none of that name any more: it was deleted, or renamed.")];
  }
  const isIn = group.members.some((member) => isSameAccount(member, userName));
  return [
    ...(isIn ? [toItem("too-much", `${userName} is still in the group ${groupName}.`)] : []),
    ...(group.active && existing === undefined
      ? [toItem("too-much", `The security group ${groupName} is still active.`)]
      : []),
  ];
}
