import type { types } from "@slack/bolt";
import type { RawClient } from "../../flows/request/raw-draft.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import { plain } from "../blocks/block.ts";
import { searchField, textField } from "../blocks/form-fields.ts";
import { optionLength, optionLimit } from "../blocks/search-options.ts";
import { actions } from "../payloads/action-ids.ts";
import { chosenIn, textIn } from "../payloads/parse-payload.ts";
import type { FieldOf } from "./field.ts";

export const clientName: FieldOf<RawClient, "clientName"> = {
  labels: { clientName: "Name of the API client" },
  show: ({ raw }, problems) =>
    textField(
      { field: "clientName", label: "Client name", value: raw.clientName, most: 300 },
      problems,
    ),
  read: ({ inputs }) => ({ clientName: textIn(inputs, "clientName") }),
};

/** A search, and a field for what the list does not have. */
export const areas: FieldOf<RawClient, "functionalAreas" | "otherAreas"> = {
  labels: { functionalAreas: "Functional areas", otherAreas: "More functional areas" },
  show: ({ raw }, problems) => {
    const chosen = raw.functionalAreas.filter((area) => area.length <= optionLength);
    const rest = raw.functionalAreas.filter((area) => area.length > optionLength);
    return [
      searchField({
        block: "functionalAreas",
        label: "Scope: functional areas",
        action: actions.areas,
        chosen: chosen.map(toOption),
        most: 60,
      }),
      ...textField(
        {
          field: "otherAreas",
          label: areas.labels.otherAreas,
          hint: "Those that the list does not have, one on each line.",
          value: [...(raw.otherAreas === "" ? [] : [raw.otherAreas]), ...rest].join("\n"),
          isOptional: true,
          isMultiline: true,
        },
        problems,
      ),
    ];
  },
  read: ({ inputs }) => ({
    functionalAreas: chosenIn(inputs, "functionalAreas"),
    otherAreas: textIn(inputs, "otherAreas"),
  }),
};

function toOption(area: string): types.PlainTextOption {
  return { text: plain(area, optionLength), value: area };
}

/** The functional areas that hold what was typed. */
export function suggestAreas(
  { functionalAreas }: Pick<Catalogue, "functionalAreas">,
  typed: string,
): types.PlainTextOption[] {
  const wanted = typed.trim().toLowerCase();
  return functionalAreas
    .filter((area) => area.length <= optionLength && area.toLowerCase().includes(wanted))
    .slice(0, optionLimit)
    .map(toOption);
}

const nonExpiring = {
  text: plain("Non-expiring refresh tokens", optionLength),
  value: "non-expiring",
};
const owned = { text: plain("Include Workday-owned scope", optionLength), value: "owned" };

/** Nothing can be wrong with it, so no problem goes by its name. */
export const options: FieldOf<RawClient, "nonExpiringRefreshTokens" | "includeWorkdayOwnedScope"> =
  {
    labels: {},
    show: ({ raw }) => {
      const chosen = [
        ...(raw.nonExpiringRefreshTokens ? [nonExpiring] : []),
        ...(raw.includeWorkdayOwnedScope ? [owned] : []),
      ];
      return [
        {
          type: "input",
          block_id: "clientOptions",
          optional: true,
          label: plain("Options", 2000),
          element: {
            type: "checkboxes",
            action_id: actions.input,
            options: [nonExpiring, owned],
            ...(chosen.length === 0 ? {} : { initial_options: chosen }),
          },
        },
      ];
    },
    read: ({ inputs }) => {
      const chosen = chosenIn(inputs, "clientOptions");
      return {
        nonExpiringRefreshTokens: chosen.includes(nonExpiring.value),
        includeWorkdayOwnedScope: chosen.includes(owned.value),
      };
    },
  };
