import type { Raw } from "../../flows/request/raw-draft.ts";
import { textField } from "../blocks/form-fields.ts";
import { textIn } from "../payloads/parse-payload.ts";
import { type FieldOf, listFields } from "./field.ts";

const labelOfReason = "Reason";

const reason: FieldOf<Raw, "reason"> = {
  labels: { reason: labelOfReason },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "reason",
        label: labelOfReason,
        value: raw.reason,
        isMultiline: true,
      },
      problems,
    ),
  read: ({ inputs }) => ({ reason: textIn(inputs, "reason") }),
};

const labelOfTicket = "Ticket";

const ticket: FieldOf<Raw, "ticket"> = {
  labels: { ticket: labelOfTicket },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "ticket",
        label: labelOfTicket,
        value: raw.ticket,
        placeholder: "Its address, or its number",
        isOptional: true,
        most: 600,
      },
      problems,
    ),
  read: ({ inputs }) => ({ ticket: textIn(inputs, "ticket") }),
};

/** Why it is asked for, which every form ends with. */
export const why = listFields(reason).and(ticket);

/** By which a window shows that it asks for them. */
export const whyBlock = "reason";

export function keepWhy({ reason: said, ticket: named }: Pick<Raw, "reason" | "ticket">): {
  readonly reason: string;
  readonly ticket: string;
} {
  return { reason: said, ticket: named };
}

/** A form as it opens: nobody has said why yet. */
export const nothingSaid = { reason: "", ticket: "" } as const;
