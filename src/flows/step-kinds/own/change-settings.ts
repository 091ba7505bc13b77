import { userOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const changeSettings: OwnStepKind<"change-settings"> = {
  name: "change-settings",
  title: "the account's settings",
  describe: (draft) => `Change the settings of the account ${userOf(draft)}, and none else`,
  takesEffect: true,
  by: "Workday web service",
};
