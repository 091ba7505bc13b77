import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/secret.ts";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import {
  aBareValidationFault,
  aFault,
  aSoapReply,
  aValidationFault,
} from "../support/soap-replies.ts";

async function put(answer: () => Response, password = "new-password"): Promise<unknown> {
  const { fetch } = recordingFetch(answer);
  const settings = someSettings({ password: new Secret(password) });
  const result = await aWorkday(fetch).putIntegrationSystemUser(settings);
  return result.ok ? "ok" : result.error;
}

/** The column "Validations" of the operation's page, as Workday prints it. */
const validations: readonly (readonly [
  message: string,
  field: string | undefined,
  words: RegExp,
])[] = [
  [
    "An Integration System reference must be supplied when creating/updating an Integration System User",
    "existingSystem",
    /which integration system/,
  ],
  [
    "A User Name is required when creating or updating an Integration System User.",
    "userName",
    /needs a user name/,
  ],
  [
    "System User to be assigned to an Integration System must not be a Worker or Implementer, nor may it already be associated with a different Integration System. Either choose another System User or create a new one.",
    "userName",
    /belongs to a worker/,
  ],
  ["Password is required when creating a new Workday Account.", "password", /without a password/],
  ["The password does not meet password requirements.", "password", /Maintain Password Rules/],
  ["Password must meet password requirements.", "password", /Maintain Password Rules/],
  [
    "Session Timeout Minutes must be greater than 5 and less than or equal to 720. The default value is 30.",
    "sessionTimeoutMinutes",
    /0, or from 6 to 720/,
  ],
  [
    "Session Timeout Minutes must be greater than 5 and less than or equal to [max]. The default value is [default].",
    "sessionTimeoutMinutes",
    /the tenant's maximum/,
  ],
  [
    "Either setting X509 Token Authentication or SAML Token Authentication is required when setting up a new Web Service Security Configuration. If neither of these options is set, this element data is not required.",
    "x509",
    /x509 or SAML/,
  ],
  [
    "X509 Public Key is required when X509 Token Authentication is enabled.",
    "x509Key",
    /public key/,
  ],
  [
    "An identifier of the SAML Identity Provider is required when SAML authentication is enabled.",
    "samlIssuer",
    /issuer/,
  ],
  [
    "An x509 Certificate Reference is needed to Enable SAML Access.",
    "identityProviderKey",
    /identity provider's certificate/,
  ],
  [
    "The web service or version is invalid for the requested operation",
    undefined,
    /Change `version`/,
  ],
  ["Invalid request service version", undefined, /Change `version`/],
  [
    "Invalid ID value. 'INT_Gone' is not a valid ID value for type = 'Integration_System_ID'",
    "existingSystem",
    /does not know this Integration System ID/,
  ],
  [
    "Invalid ID value.  'ISU_Gone' is not a valid ID value for type = 'WorkdayUserName'",
    "userName",
    /does not know this WorkdayUserName/,
  ],
];

describe("a refusal of Workday", () => {
  it.each(validations)("has a sentence of our own: %s", async (message, field, words) => {
    const fault = await put(aValidationFault({ message }));

    expect(JSON.stringify(fault)).not.toContain(message);
    expect(fault).toEqual({
      kind: "rejected",
      outside: "Workday",
      words: matching(words),
      ...(field === undefined ? {} : { field }),
    });
  });

  it.each(validations)("has it too where no single error is listed: %s", async (message) => {
    const listed = await put(aValidationFault({ message }));

    expect(await put(aBareValidationFault(message))).toEqual(listed);
  });

  it.each([
    [
      "/wd:Put_Integration_System_User_Request[1]/wd:Integration_System_User_Data[1]/wd:User_Name[1]",
      "userName",
    ],
    [
      "/ns0:Put_X/ns0:Integration_System_User_Data[1]/ns0:Do_Not_Allow_UI_Sessions",
      "doNotAllowUiSessions",
    ],
    ["/wd:A/wd:Integration_System_Reference[1]/wd:ID[1]", "existingSystem"],
  ])("names the field that the XPath points at: %s", async (xpath, field) => {
    const fault = await put(aValidationFault({ message: "Something new.", xpath }));

    expect(fault).toEqual({
      kind: "rejected",
      outside: "Workday",
      field,
      words: "Workday says: Something new.",
    });
  });

  it("names no field where the XPath points at none of ours", async () => {
    const fault = await put(aValidationFault({ message: "Something new.", xpath: "/wd:Else[1]" }));

    expect(fault).not.toHaveProperty("field");
  });

  it("prefers what it has words for among several", async () => {
    const fault = await put(
      aValidationFault(
        { message: "Something new." },
        { message: "Password is required when creating a new Workday Account." },
      ),
    );

    expect(fault).toMatchObject({ field: "password" });
  });

  it("is cut, put on one line and stripped of markup where it is Workday's own text", async () => {
    const message = `Line one&#10;line &lt;!channel&gt; ${"x".repeat(500)}`;

    const fault = await put(aValidationFault({ message }));

    const start = "Line one line ‹!channel› ";
    const rest = "x".repeat(299 - start.length);
    expect(fault).toMatchObject({ words: `Workday says: ${start}${rest}…` });
  });

  it.each([
    ["as it is", "Tr0ub4dor-canary"],
    ["in a part", "0ub4dor"],
    ["in capitals", "TR0UB4DOR-CANARY"],
    ["in base64", Buffer.from("Tr0ub4dor-canary").toString("base64")],
    ["in hexadecimal", Buffer.from("Tr0ub4dor-canary").toString("hex")],
  ])("is withheld where it quotes the password %s", async (_how, quoted) => {
    const fault = await put(
      aValidationFault({ message: `The value ${quoted} is bad.`, detail: "" }),
      "Tr0ub4dor-canary",
    );

    expect(fault).toMatchObject({
      kind: "rejected",
      words: matching(/no reason that may be shown/),
    });
  });

  it("is withheld where it quotes the password that signed the call on", async () => {
    const fault = await put(aFault("SOAP-ENV:Server", "Processing of bot-password failed"));

    expect(JSON.stringify(fault)).not.toContain("bot-password");
  });

  it("comes from a fault that has no validations as well", async () => {
    const detail = `<p:Processing_Fault xmlns:p="urn:com.workday/bsvc"><p:Detail_Message>The moon is full.</p:Detail_Message></p:Processing_Fault>`;

    expect(await put(aFault("SOAP-ENV:Server.processingError", "", detail))).toMatchObject({
      kind: "rejected",
      words: "Workday says: The moon is full.",
    });
    expect(await put(aFault("SOAP-ENV:Server", "Processing error occurred. Odd."))).toMatchObject({
      words: "Workday says: Odd.",
    });
  });

  it("is read where its elements have attributes as well", async () => {
    const fault = aSoapReply(
      '<env:Fault><faultcode>x</faultcode><faultstring xml:lang="en">Odd.</faultstring></env:Fault>',
      500,
    );

    expect(await put(fault)).toMatchObject({ kind: "rejected", words: "Workday says: Odd." });
  });

  it("is one of an id only where that is all it says", async () => {
    const invalid = "Invalid ID value. 'A' is not a valid ID value for type = 'Odd_ID'";
    const { fetch } = recordingFetch(aValidationFault({ message: invalid }, { message: "And." }));

    const answer = await aWorkday(fetch).findIntegrationSystem("INT_1");

    expect(answer).toEqual({
      ok: false,
      error: {
        kind: "rejected",
        outside: "Workday",
        words: "Workday does not know this Odd ID. Choose one that exists in the tenant.",
      },
    });
  });

  it("is found in the detail where the message is empty", async () => {
    const fault = aFault(
      "SOAP-ENV:Client.validationError",
      "",
      '<w:Validation_Fault xmlns:w="urn:com.workday/bsvc"><w:Validation_Error><w:Detail_Message>Deep.</w:Detail_Message></w:Validation_Error></w:Validation_Fault>',
    );

    expect(await put(fault)).toMatchObject({ words: "Workday says: Deep." });
  });

  it.each([
    ["a fault without a reason", aFault("SOAP-ENV:Server", "")],
    [
      "a fault in elements nobody expects",
      aSoapReply("<env:Fault><env:Code>1</env:Code></env:Fault>", 500),
    ],
    ["a detail that is plain text", aFault("SOAP-ENV:Server", "", "nothing")],
  ])("says that there is no reason to show: %s", async (_what, answer) => {
    expect(await put(answer)).toMatchObject({
      kind: "rejected",
      words: matching(/no reason that may be shown/),
    });
  });
});

describe("a denial of Workday", () => {
  const refusedSignOn = `<p:Authentication_Fault xmlns:p="urn:com.workday/bsvc"><p:Code>x</p:Code></p:Authentication_Fault>`;
  const notAuthorized = "Processing error occurred. The task submitted is not authorized.";

  it.each([
    ["by its code", aFault("SOAP-ENV:Client.authenticationError", "invalid username or password")],
    ["by its detail alone, as v47 has it", aFault("SOAP-ENV:Client", "", refusedSignOn)],
    ["by its text", aFault("SOAP-ENV:Client", "Invalid username or password")],
  ])("says what a failed sign-on can mean: %s", async (_how, answer) => {
    expect(await put(answer)).toMatchObject({
      kind: "denied",
      words: matching(/locked, or an authentication policy/),
    });
  });

  it("names the domain that is needed for users", async () => {
    expect(await put(aFault("SOAP-ENV:Server.processingError", notAuthorized))).toEqual({
      kind: "denied",
      outside: "Workday",
      words:
        "The account signed on, but is not allowed to do this. Put_Integration_System_User needs Put on the domain Integration Security, granted and activated.",
    });
  });

  it("names the domain that is needed for systems", async () => {
    const { fetch } = recordingFetch(aFault("SOAP-ENV:Server.processingError", notAuthorized));

    const answer = await aWorkday(fetch).listIntegrationSystems();

    expect(answer).toMatchObject({
      error: {
        kind: "denied",
        words: matching("Get on the domain Integration Build"),
      },
    });
  });
});
