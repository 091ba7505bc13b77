/** What a draft and its plan call the things that Workday's elements hold. */
const fields: Readonly<Record<string, string>> = {
  Do_Not_Allow_UI_Sessions: "doNotAllowUiSessions",
  Enable_SAML_Authentication: "saml",
  Enable_x509_Token_Authentication: "x509",
  Generate_Random_Password: "passwordFrom",
  "Holder-of-Key_Public_Key_Reference": "holderOfKeyKey",
  Identity_Provider_Public_Key_Reference: "identityProviderKey",
  Integration_System_ID: "existingSystem",
  Integration_System_Name: "newSystem",
  Integration_System_Reference: "existingSystem",
  Integration_Template_Name: "integrationTemplate",
  Integration_Template_Reference: "integrationTemplate",
  Password: "password",
  Require_New_Password_At_Next_Sign_In: "requireNewPassword",
  SAML_Issuer: "samlIssuer",
  Session_Timeout_Minutes: "sessionTimeoutMinutes",
  System_User_Reference: "userName",
  User_Name: "userName",
  Web_Service_Security_Configuration_Data: "x509",
  WorkdayUserName: "userName",
  X509_Public_Key_Reference: "x509Key",
};

/** The field for an element's or an id type's name. */
export function fieldOf(element: string): string | undefined {
  return fields[element];
}

/** The field for the innermost element of an XPath that has one, whatever its prefixes and positions. */
export function fieldAt(xpath: string): string | undefined {
  const names = xpath.split("/").map((part) => part.replace(/^.*:/, "").replace(/\[.*$/, ""));
  return names
    .toReversed()
    .map(fieldOf)
    .find((field) => field !== undefined);
}
