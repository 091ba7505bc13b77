import { userOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const scrambleUser: OwnStepKind<"scramble-user"> = {
  name: "scramble-user",
  title: "scrambling the account's password",
  describe: (draft) => `Give the account ${userOf(draft)} a password that nobody knows`,
  takesEffect: true,
  by: "Workday web service",
};
