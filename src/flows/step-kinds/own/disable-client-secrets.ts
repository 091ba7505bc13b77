import type { OwnStepKind } from "../../request/step-kind.ts";

export const disableClientSecrets: OwnStepKind<"disable-client-secrets"> = {
  name: "disable-client-secrets",
  title: "disabling the stored secrets of the API client",
  describe: () => "Disable the stored secrets of the API client",
  takesEffect: false,
  by: "Key Vault",
};
