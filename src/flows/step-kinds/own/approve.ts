import type { StepKind } from "../../request/step-kind.ts";

export const approve: StepKind<"approve"> = {
  name: "approve",
  title: "the approval",
  describe: () => "Decide whether everything that is pending may go live",
  takesEffect: false,
};
