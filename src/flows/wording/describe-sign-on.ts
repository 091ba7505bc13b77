import { findTokens, type SignOn } from "../model/sign-on.ts";

/** The settings that differ from a plain account; nothing where none does. */
export function listSignOn(signOn: SignOn): readonly string[] {
  const { passwordFrom, requireNewPassword, saml, x509 } = signOn;
  return [
    ...(passwordFrom === "workday" ? ["Password: made by Workday, known to nobody"] : []),
    ...(requireNewPassword === true
      ? ["New password required at the next sign-in: a service's first sign-on fails"]
      : []),
    ...(signOn.exemptFromPasswordExpiry === true ? ["Exempt from password expiration"] : []),
    ...(x509 === undefined ? [] : [`x509 token authentication with the key ${x509.key.id}`]),
    ...(saml === undefined
      ? []
      : [
          `SAML token authentication, issuer ${saml.issuer}, identity provider's key ${saml.identityProviderKey.id}, ${saml.holderOfKeyKey === undefined ? "no holder-of-key" : `holder-of-key ${saml.holderOfKeyKey.id}`}`,
        ]),
    ...(findTokens(signOn) === undefined
      ? []
      : ["Whoever holds such a key can sign on once this is switched on, after the approval."]),
  ];
}
