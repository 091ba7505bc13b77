import { systemOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const createIntegrationSystem: OwnStepKind<"create-integration-system"> = {
  name: "create-integration-system",
  title: "the integration system",
  describe: (draft) => `Make the integration system ${systemOf(draft)}`,
  takesEffect: false,
  by: "Workday web service",
};
