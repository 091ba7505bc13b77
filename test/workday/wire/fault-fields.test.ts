import { describe, expect, it } from "vitest";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aValidationFault } from "../support/soap-replies.ts";

async function put(answer: () => Response): Promise<unknown> {
  const { fetch } = recordingFetch(answer);
  const result = await aWorkday(fetch).putIntegrationSystemUser(someSettings());
  return result.ok ? "ok" : result.error;
}

describe("a refusal of Workday, by the place that it names", () => {
  it.each([
    ["X509_Public_Key_Reference", "Certificate_ID", "x509Key"],
    ["Identity_Provider_Public_Key_Reference", "Certificate_ID", "identityProviderKey"],
    ["Holder-of-Key_Public_Key_Reference", "WID", "holderOfKeyKey"],
    ["Integration_System_Reference", "WID", "existingSystem"],
  ])("names the field of an id of %s that it does not know", async (element, type, field) => {
    const message = `Invalid ID value.  'Gone_2026' is not a valid ID value for type = '${type}'`;
    const xpath = `/wd:Put_Integration_System_User_Request[1]/wd:Integration_System_User_Data[1]/wd:${element}[1]/wd:ID[1]`;

    expect(await put(aValidationFault({ message, xpath }))).toEqual({
      kind: "rejected",
      outside: "Workday",
      field,
      words: `Workday does not know this ${type.replaceAll("_", " ")}. Choose one that exists in the tenant.`,
    });
  });

  it.each([
    ["Require_New_Password_At_Next_Sign_In", "requireNewPassword"],
    ["Generate_Random_Password", "passwordFrom"],
    ["Do_Not_Allow_UI_Sessions", "doNotAllowUiSessions"],
    ["Web_Service_Security_Configuration_Data", "x509"],
    ["Enable_SAML_Authentication", "saml"],
    ["SAML_Issuer", "samlIssuer"],
  ])("names the field of a new text about %s", async (element, field) => {
    const xpath = `/wd:Put_Integration_System_User_Request/wd:Integration_System_User_Data/wd:${element}`;

    expect(await put(aValidationFault({ message: "Something new.", xpath }))).toMatchObject({
      field,
    });
  });
});
