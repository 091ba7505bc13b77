import type { StepKind } from "../../request/step-kind.ts";

export const approvePlan: StepKind<"approve-plan"> = {
  name: "approve-plan",
  title: "the approval of the plan",
  describe: () => "Decide whether everything that follows may be done",
  takesEffect: false,
};
