import type { OwnStepKind } from "../../request/step-kind.ts";

export const disableOldVersions: OwnStepKind<"disable-old-versions"> = {
  name: "disable-old-versions",
  title: "disabling the older secrets",
  describe: () => "Disable the versions of the secret that hold an older password",
  takesEffect: false,
  by: "Key Vault",
};
