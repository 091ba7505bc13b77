import type { TokenSignOn } from "../../model/sign-on.ts";
import { asked, userOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";

export const enableTokenSignOn: OwnStepKind<"enable-token-sign-on"> = {
  name: "enable-token-sign-on",
  title: "the sign-on with x509 or SAML",
  describe: (draft) => `Switch ${describeTokens(asked(draft))} on for the account ${userOf(draft)}`,
  takesEffect: false,
  by: "Workday web service",
};

function describeTokens({ x509, saml }: TokenSignOn): string {
  const kinds = [...(x509 ? ["x509"] : []), ...(saml ? ["SAML"] : [])];
  return `${kinds.join(" and ")} token authentication`;
}
