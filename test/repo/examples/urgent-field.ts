import { checkboxField } from "../../../src/bot/blocks/form-fields.ts";
import type { FieldOf } from "../../../src/bot/forms/field.ts";
import { isChecked } from "../../../src/bot/forms/read-inputs.ts";

/** In `RawDraft` once it is a part of it. */
export interface Urgent {
  readonly isUrgent: boolean;
}

export const urgent: FieldOf<Urgent, "isUrgent"> = {
  labels: {},
  show: ({ raw }) => [
    checkboxField({
      field: "isUrgent",
      label: "Urgency",
      hint: "The approvers read it in the card.",
      text: "It has to be decided today",
      isChecked: raw.isUrgent,
    }),
  ],
  read: ({ inputs }) => ({ isUrgent: isChecked(inputs.get("isUrgent")) }),
};
