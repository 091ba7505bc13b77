import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { checkboxField } from "../blocks/form-fields.ts";
import type { FieldOf } from "./field.ts";
import { isChecked } from "./read-inputs.ts";

const name = "doNotAllowUiSessions";

/** Nothing can be wrong with it, so no problem goes by its name. */
export const uiSessions: FieldOf<RawDraft, typeof name> = {
  labels: {},
  show: ({ raw }) => [
    checkboxField({
      field: name,
      label: "Signing on in a browser",
      hint: "Leave it checked unless the vendor says so.",
      text: "Do not allow UI sessions",
      isChecked: raw[name],
    }),
  ],
  read: ({ inputs }) => ({ [name]: isChecked(inputs.get(name)) }),
};

export function keepUiSessions({
  [name]: kept,
}: Pick<RawDraft, typeof name>): Pick<RawDraft, typeof name> {
  return { [name]: kept };
}

/** Whether it is what the form began with. */
export function areUiSessionsAsBegun(
  { [name]: chosen }: Pick<RawDraft, typeof name>,
  { [name]: begun }: Pick<Recipe, typeof name> = { [name]: true },
): boolean {
  return chosen === begun;
}
