import type { OwnStepKind } from "../../request/step-kind.ts";

export const disableOldClientSecrets: OwnStepKind<"disable-old-client-secrets"> = {
  name: "disable-old-client-secrets",
  title: "disabling the older secrets",
  describe: () => "Disable the versions of the API client's secrets that are older",
  takesEffect: false,
  by: "Key Vault",
};
