import type { OwnStepKind } from "../../request/step-kind.ts";

export const disableSecret: OwnStepKind<"disable-secret"> = {
  name: "disable-secret",
  title: "disabling the stored secret",
  describe: () => "Disable the stored secret",
  takesEffect: false,
  by: "Key Vault",
};
