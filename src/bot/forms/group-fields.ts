import type { RawGroup } from "../../flows/model/group-settings.ts";
import type { FieldProblems } from "../../flows/request/draft.ts";
import { type Block, buttons, plainSection } from "../blocks/block.ts";
import { checkboxField, choiceField, problemOf, textField } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";

/** What the form calls these fields. */
export const groupFieldsInWords = {
  groupType: "Kind of security group",
  organizations: "Organizations",
  groupScope: "Access rights to organizations",
  groupInactive: "Inactive",
} as const satisfies Record<keyof RawGroup, string>;

/** The two of the guide's three rules that the bot cannot see. */
const inactiveRules =
  "A group cannot be inactive while it has permission to the domain Security Configuration (the bot checks this), while it is a member of another security group, or while it administers another one (Workday checks these). What it is granted counts once it is activated: /workday-isu activate-group.";

/** What few groups need: a button until somebody asks for it, then the fields. */
export function askGroupSettings(raw: RawGroup | undefined, problems: FieldProblems): Block[] {
  if (raw === undefined) {
    return [buttons([{ id: actions.groupSettings, text: "Group settings", value: "group" }])];
  }
  return [
    choiceField({
      field: "groupType",
      label: groupFieldsInWords.groupType,
      words: kinds,
      value: raw.groupType,
      hint: "One that exists: type its name above. The approver sees who is in it and what it may do, and decides before the account joins it. It has to be an integration system security group.",
    }),
    ...problemOf("groupType", problems),
    ...textField(
      {
        field: "organizations",
        label: groupFieldsInWords.organizations,
        hint: "Only for a constrained group: one on each line, all of one type. The bot cannot check the type; Workday refuses a mixture.",
        value: raw.organizations,
        isMultiline: true,
        isOptional: true,
      },
      problems,
    ),
    choiceField({
      field: "groupScope",
      label: groupFieldsInWords.groupScope,
      words: scopes,
      value: raw.groupScope,
      hint: "Counts only for a constrained group.",
    }),
    ...askInactive("groupInactive", raw.groupInactive, problems),
  ];
}

/** Whether a group is made inactive, and the rules for that. */
export function askInactive(
  field: "groupInactive" | "segmentInactive",
  isChecked: boolean,
  problems: FieldProblems,
): Block[] {
  return [
    checkboxField({
      field,
      label: groupFieldsInWords.groupInactive,
      hint: "Its members may do nothing through it until it is activated.",
      text: "Make the group inactive",
      isChecked,
    }),
    ...problemOf(field, problems),
    plainSection(inactiveRules),
  ];
}

const kinds: Readonly<Record<RawGroup["groupType"], string>> = {
  unconstrained: "New, unconstrained",
  constrained: "New, constrained to organizations",
  existing: "One that exists in the tenant",
};

const scopes: Readonly<Record<RawGroup["groupScope"], string>> = {
  current: "Applies to current organization only",
  subordinates: "Applies to current organization and all subordinates",
};

/** The kind of group in a few words, as the form says it. */
export function describeKind(kind: RawGroup["groupType"]): string {
  return kinds[kind];
}

export function describeOrganizationScope(scope: RawGroup["groupScope"]): string {
  return scopes[scope];
}
