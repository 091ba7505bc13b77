import type { SignOn } from "../../model/sign-on.ts";
import { asked } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const issueCredential: OwnStepKind<"issue-credential"> = {
  name: "issue-credential",
  title: "the credential",
  describe: (draft) => `Issue the password straight into Key Vault${describeTry(asked(draft))}`,
  takesEffect: true,
  waitsOnlyBefore: true,
  by: "Workday web service and Key Vault",
};

function describeTry({ requireNewPassword }: SignOn): string {
  return requireNewPassword === true
    ? ". Signing on is not tried: it has to be changed first"
    : " and sign on with it as a proof";
}
