import { userOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const restoreSettings: OwnStepKind<"restore-settings"> = {
  name: "restore-settings",
  title: "the settings as they were",
  describe: (draft) => `Put the settings of the account ${userOf(draft)} back as they were`,
  takesEffect: true,
  by: "Workday web service",
};
