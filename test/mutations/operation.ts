import type { Breakage } from "./breakage.ts";

const put = "src/workday/operations/put-integration-system-user.ts";
const security = "src/workday/fields/web-service-security.ts";
const form = "src/flows/intake/parse-sign-on.ts";
const draft = "src/flows/intake/parse-draft.ts";
const sentences = "src/workday/wire/validation-sentences.ts";

/** A sentence of Workday's that is not recognised any more. */
function unknown(pattern: string, row: string): Breakage {
  return {
    name: `Workday's sentence is not known: ${pattern}`,
    file: sentences,
    find: pattern,
    replace: "No such sentence",
    rows: [row],
  };
}

/** What `Put_Integration_System_User` takes, and what it refuses. */
export const ofOperation: readonly Breakage[] = [
  {
    name: "a system that was named by its WID is named by its id",
    file: put,
    find: '    : toReference("WID", systemWid);',
    replace: '    : toReference("Integration_System_ID", systemId);',
    rows: ["`Integration_System_Reference`"],
  },
  {
    name: "no user name is wanted",
    file: draft,
    find: '  if (name === "") return "Type a user name: Workday needs one for every account.";\n',
    replace: "",
    rows: [
      "`User_Name`",
      "A User Name is required when creating or updating an Integration System User.",
    ],
  },
  {
    name: "Workday is never asked to make the password",
    file: put,
    find: "    ? { Generate_Random_Password: true }",
    replace: "    ? { Generate_Random_Password: false }",
    rows: ["`Generate_Random_Password`"],
  },
  {
    name: "a new password is never asked for",
    file: put,
    find: "user.requireNewPassword ?? (",
    replace: "(",
    rows: ["`Require_New_Password_At_Next_Sign_In`"],
  },
  {
    name: "UI sessions are the other way round",
    file: put,
    find: "Do_Not_Allow_UI_Sessions: user.doNotAllowUiSessions",
    replace: "Do_Not_Allow_UI_Sessions: !user.doNotAllowUiSessions",
    rows: ["`Do_Not_Allow_UI_Sessions`"],
  },
  {
    name: "x509 is not switched on",
    file: security,
    find: "    Enable_x509_Token_Authentication: isOn,",
    replace: "    Enable_x509_Token_Authentication: !isOn,",
    rows: ["`Enable_x509_Token_Authentication`"],
  },
  {
    name: "the x509 key is never sent",
    file: security,
    find: "    X509_Public_Key_Reference: toKeyReference(x509.key),\n",
    replace: "",
    rows: ["`X509_Public_Key_Reference`"],
  },
  {
    name: "SAML is not switched on",
    file: security,
    find: "    Enable_SAML_Authentication: isOn,",
    replace: "    Enable_SAML_Authentication: !isOn,",
    rows: ["`Enable_SAML_Authentication`"],
  },
  {
    name: "the issuer is never sent",
    file: security,
    find: "    SAML_Issuer: saml.issuer,\n",
    replace: "",
    rows: ["`SAML_Issuer`"],
  },
  {
    name: "the identity provider's key is never sent",
    file: security,
    find: "    Identity_Provider_Public_Key_Reference: toKeyReference(saml.identityProviderKey),\n",
    replace: "",
    rows: ["`Identity_Provider_Public_Key_Reference`"],
  },
  {
    name: "the key of the holder is never sent",
    file: security,
    find: '      "Holder-of-Key_Public_Key_Reference": toKeyReference(saml.holderOfKeyKey),\n',
    replace: "",
    rows: ["`Holder-of-Key_Public_Key_Reference`"],
  },
  {
    name: "settings are put with another password",
    file: put,
    find: 'if (password === "unchanged") return {};',
    replace: 'if (password === "unchanged") return { Generate_Random_Password: true };',
    rows: ["`Session_Timeout_Minutes`, `Do_Not_Allow_UI_Sessions`"],
  },
  {
    name: "no key is known again",
    file: "src/flows/model/account-settings.ts",
    find: "one.type === type && one.id === id",
    replace: "one.type !== type && one.id === id",
    rows: ["`Web_Service_Security_Configuration_Data`: another x509 key, SAML, or neither"],
  },
  unknown(
    "Integration System reference must be supplied",
    "An Integration System reference must be supplied when creating/updating an Integration System User",
  ),
  unknown(
    "User Name is required when creating or updating",
    "A User Name is required when creating or updating an Integration System User.",
  ),
  unknown(
    "must not be a Worker or Implementer, nor may it already be associated",
    "System User to be assigned to an Integration System must not be a Worker or Implementer, nor may it already be associated with a different Integration System.",
  ),
  unknown(
    "Password is required when creating a new Workday Account",
    "Password is required when creating a new Workday Account.",
  ),
  unknown(
    "meet (?:the )?password requirements",
    "The password does not meet password requirements.",
  ),
  {
    name: "no most of a timeout is said",
    file: sentences,
    find: 'most === undefined ? "the tenant\'s maximum" : most',
    replace: '"the tenant\'s maximum"',
    rows: [
      "Session Timeout Minutes must be greater than 5 and less than or equal to [max]. The default value is [default].",
    ],
  },
  {
    name: "any timeout is taken",
    file: draft,
    find: "minutes === 0 || (minutes >= 6 && minutes <= most)",
    replace: "minutes >= 0",
    rows: [
      "`Session_Timeout_Minutes`",
      "Session Timeout Minutes must be greater than 5 and less than or equal to [max]. The default value is [default].",
    ],
  },
  unknown(
    "Either setting X509 Token Authentication or SAML Token Authentication is required",
    "Either setting X509 Token Authentication or SAML Token Authentication is required when setting up a new Web Service Security Configuration.",
  ),
  {
    name: "x509 is taken without a key",
    file: form,
    find: 'if (x509 && x509Key === "") {',
    replace: 'if (x509 && x509Key === "no key") {',
    rows: ["X509 Public Key is required when X509 Token Authentication is enabled."],
  },
  {
    name: "SAML is taken without an issuer",
    file: form,
    find: '...(samlIssuer === "" && {',
    replace: '...(samlIssuer === "no issuer" && {',
    rows: [
      "An identifier of the SAML Identity Provider is required when SAML authentication is enabled.",
    ],
  },
  unknown(
    "x509 Certificate Reference is needed to Enable SAML Access",
    "An x509 Certificate Reference is needed to Enable SAML Access.",
  ),
];
