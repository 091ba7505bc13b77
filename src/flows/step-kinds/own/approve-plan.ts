import type { StepKind } from "../../request/step-kind.ts";

export const approvePlan: StepKind<"approve-plan"> = {
  name: "approve-plan",
  title: "the approval of the plan",
  describe: () => "Decide whether what follows may be done",
  takesEffect: false,
};
