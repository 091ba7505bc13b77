import { plainGroup, type RawGroup } from "../../flows/model/group-settings.ts";
import type { Field, FieldProblems, RawDraft } from "../../flows/request/raw-draft.ts";
import type { Block } from "../blocks/block.ts";
import { checkboxField, choiceField, problemOf, textField } from "../blocks/form-fields.ts";
import { textIn } from "../payloads/parse-payload.ts";
import { type FieldOf, type FormField, listFields } from "./field.ts";
import { choiceIn, isChecked } from "./read-inputs.ts";

const inactiveLabel = "Inactive";

const groupType: FieldOf<RawGroup, "groupType"> = {
  labels: { groupType: "Kind of security group" },
  show: ({ raw }, problems) => [
    choiceField({
      field: "groupType",
      label: groupType.labels.groupType,
      words: kinds,
      value: raw.groupType,
      hint: "One that exists has to be an integration system security group. Type its name in the form: the approver sees its members and what it may do.",
    }),
    ...problemOf("groupType", problems),
  ],
  read: ({ inputs }) => {
    const kind = choiceIn(inputs, "groupType");
    return { groupType: kind === "constrained" || kind === "existing" ? kind : "unconstrained" };
  },
};

const organizations: FieldOf<RawGroup, "organizations"> = {
  labels: { organizations: "Organizations" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "organizations",
        label: organizations.labels.organizations,
        hint: "Only for a constrained group: one on each line, all of one type.",
        value: raw.organizations,
        isMultiline: true,
        isOptional: true,
      },
      problems,
    ),
  read: ({ inputs }) => ({ organizations: textIn(inputs, "organizations") }),
};

const groupScope: FieldOf<RawGroup, "groupScope"> = {
  labels: { groupScope: "Access rights to organizations" },
  show: ({ raw }) => [
    choiceField({
      field: "groupScope",
      label: groupScope.labels.groupScope,
      words: scopes,
      value: raw.groupScope,
      hint: "Counts only for a constrained group.",
    }),
  ],
  read: ({ inputs }) => ({
    groupScope: choiceIn(inputs, "groupScope") === "subordinates" ? "subordinates" : "current",
  }),
};

const groupInactive: FieldOf<RawGroup, "groupInactive"> = {
  labels: { groupInactive: inactiveLabel },
  show: ({ raw }, problems) => askInactive("groupInactive", raw.groupInactive, problems),
  read: ({ inputs }) => ({ groupInactive: isChecked(inputs.get("groupInactive")) }),
};

const settings = listFields(groupType).and(organizations).and(groupScope).and(groupInactive);

/** What few groups need. */
export const groupSettings: FormField<
  { readonly raw: Pick<RawDraft, "group"> },
  Pick<RawDraft, "group">,
  typeof settings.labels
> = {
  labels: settings.labels,
  show: ({ raw: { group = plainGroup } }, problems) => settings.show({ raw: group }, problems),
  read: (entered) => ({ group: settings.read(entered) }),
};

const label = "Name of the new security group";

export const groupName: FormField<
  { readonly raw: Pick<RawDraft, "groupName" | "group"> },
  Pick<RawDraft, "groupName">,
  Readonly<Record<"groupName", string>>
> = {
  labels: { groupName: label },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "groupName",
        label: raw.group === undefined ? label : "Name of the security group",
        value: raw.groupName,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ groupName: textIn(inputs, "groupName") }),
};

/** Whether a group is made inactive, and the rules for that. */
export function askInactive(field: Field, isInactive: boolean, problems: FieldProblems): Block[] {
  return [
    checkboxField({
      field,
      label: inactiveLabel,
      hint: "Its members may do nothing through it until /workday-isu activate-group. Workday refuses it for a group that has Security Configuration, or that is in another group or administers one.",
      text: "Make the group inactive",
      isChecked: isInactive,
    }),
    ...problemOf(field, problems),
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
