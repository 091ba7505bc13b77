import type { StepKind } from "../../request/step-kind.ts";

export const approve: StepKind<"approve"> = {
  name: "approve",
  title: "the approval",
  describe: () => "Decide whether what is pending goes live",
  takesEffect: false,
};
