import type { types } from "@slack/bolt";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import { plain } from "../blocks/block.ts";
import { problemOf, textField } from "../blocks/form-fields.ts";
import { messages } from "../blocks/messages.ts";
import { actions } from "../payloads/action-ids.ts";
import { textIn } from "../payloads/parse-payload.ts";
import type { Entered, FieldOf } from "./field.ts";
import { choiceIn } from "./read-inputs.ts";

type System = NonNullable<RawDraft["existingSystem"]>;

/** Stands in the list of systems while it is loading; no id contains a space. */
export const loadingOption = "still loading";

const label = "Existing integration system without a user";

export const existingSystem: FieldOf<RawDraft, "existingSystem"> = {
  labels: { existingSystem: label },
  show: ({ raw: { existingSystem: chosen } }, problems) => [
    {
      type: "input",
      block_id: "existingSystem",
      optional: true,
      label: plain(label, 2000),
      element: {
        type: "external_select",
        action_id: actions.system,
        min_query_length: 0,
        placeholder: plain("Type a name, an ID or a WID", 150),
        ...(chosen === undefined ? {} : { initial_option: systemOption(chosen) }),
      },
    },
    ...problemOf("existingSystem", problems),
  ],
  read: (entered) => {
    const chosen = entered.inputs.get("existingSystem")?.selected_option ?? undefined;
    return chosen === undefined || isLoading(entered)
      ? {}
      : { existingSystem: toSystem(chosen.value, chosen.text.text) };
  },
  findProblems: (entered) => (isLoading(entered) ? { existingSystem: messages.stillLoading } : {}),
};

function isLoading({ inputs }: Entered): boolean {
  return choiceIn(inputs, "existingSystem") === loadingOption;
}

/** An integration system to choose. The name is shown, beside it the id that it is named by. */
export function systemOption({ id, name, wid }: System): types.PlainTextOption {
  const value = wid === undefined ? id : `${id} ${wid}`;
  return { text: plain(name, 75), value, description: plain(wid ?? id, 75) };
}

/** One that was searched for by its WID carries it behind its id: no id contains a space. */
function toSystem(value: string, name: string): System {
  const [id = "", wid] = value.split(" ");
  return { id, name, ...(wid !== undefined && { wid }) };
}

const labelOfNew = "or the name of a new integration system";

export const newSystem: FieldOf<RawDraft, "newSystem"> = {
  labels: { newSystem: labelOfNew },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "newSystem",
        label: labelOfNew,
        value: raw.newSystem,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ newSystem: textIn(inputs, "newSystem") }),
};

export function keepTypedSystem({
  existingSystem: chosen,
  newSystem: typed,
}: RawDraft): Pick<RawDraft, "existingSystem" | "newSystem"> {
  return { newSystem: typed, ...(chosen && { existingSystem: chosen }) };
}
