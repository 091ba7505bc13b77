import type { OwnStepKind } from "../../request/step-kind.ts";

export const verify: OwnStepKind<"verify"> = {
  name: "verify",
  title: "the verification",
  describe: () => "Compare the tenant with what was asked",
  takesEffect: false,
  by: "Workday web service and reports",
};
