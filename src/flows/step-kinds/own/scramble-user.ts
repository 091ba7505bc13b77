import { listTokenSignOns, type SignOn } from "../../model/sign-on.ts";
import { asked, userOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const scrambleUser: OwnStepKind<"scramble-user"> = {
  name: "scramble-user",
  title: "scrambling the account's password",
  describe: (draft) =>
    `Give the account ${userOf(draft)} a password that nobody knows${describeOff(asked(draft))}`,
  takesEffect: true,
  by: "Workday web service",
};

function describeOff(signOn: SignOn): string {
  return listTokenSignOns(signOn).length === 0 ? "" : ", and switch x509 and SAML off";
}
