import { parseSettings } from "../../flows/intake/parse-settings.ts";
import type { RawSettings } from "../../flows/model/raw-settings.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import { settingsFields, settingsForm } from "../forms/settings-form.ts";
import { modals } from "../payloads/action-ids.ts";
import type { KindInSlack } from "./kind.ts";

export const settings: KindInSlack<RawSettings> = {
  form: settingsForm,
  goesOn: { modal: modals.settings, read },
};

function read(kept: RawSettings, entered: Entered): EnteredFields {
  const raw: RawSettings = { ...kept, ...settingsFields.read({ ...entered, before: kept }) };
  return {
    raw,
    check: (tenant) => {
      const parsed = parseSettings(raw, tenant);
      return parsed.ok ? {} : parsed.error;
    },
  };
}
