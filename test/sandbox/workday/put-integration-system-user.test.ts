import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { call, putUser, systemReference, user } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

const taken =
  "System User to be assigned to an Integration System must not be a Worker or Implementer, nor may it already be associated with a different Integration System. Either choose another System User or create a new one.";
function security(inner: string): string {
  const data = "Web_Service_Security_Configuration_Data";
  return user("ISU_New", "New-password-1", `<wd:${data}>${inner}</wd:${data}>`);
}

function key(name: string, id: string, type = "Certificate_ID"): string {
  return `<wd:${name}><wd:ID wd:type="${type}">${id}</wd:ID></wd:${name}>`;
}

const saml = "<wd:Enable_SAML_Authentication>1</wd:Enable_SAML_Authentication>";
const issuer = "<wd:SAML_Issuer>idp</wd:SAML_Issuer>";

describe("Put_Integration_System_User", () => {
  it("creates an account and answers with its ids", async () => {
    const more =
      "<wd:Require_New_Password_At_Next_Sign_In>false</wd:Require_New_Password_At_Next_Sign_In>" +
      "<wd:Session_Timeout_Minutes>0</wd:Session_Timeout_Minutes>" +
      "<wd:Do_Not_Allow_UI_Sessions>1</wd:Do_Not_Allow_UI_Sessions>";

    const answer = await call(
      workday,
      putUser("INT_Free", user("ISU_New", "New-password-1", more)),
    );

    expect(answer.status).toBe(200);
    expect(answer.body).toContain('wd:version="v31.2"');
    expect(answer.body).toContain('<wd:ID wd:type="WorkdayUserName">ISU_New</wd:ID>');
    expect(answer.body).toContain('wd:Descriptor="INT Free"');
    expect(workday.tenant("acme").accounts()).toContainEqual(
      expect.objectContaining({
        userName: "ISU_New",
        integrationSystem: "INT_Free",
        doNotAllowUiSessions: true,
        requireNewPassword: false,
      }),
    );
    expect(workday.tenant("acme").hasPassword("ISU_New", "New-password-1")).toBe(true);
  });

  it("resets the password of an account that exists", async () => {
    const answer = await call(workday, putUser("INT_Other", user("isu_other", "Reset-password-2")));

    expect(answer.status).toBe(200);
    expect(workday.tenant("acme").hasPassword("ISU_Other", "Reset-password-2")).toBe(true);
    expect(workday.tenant("acme").accounts()).toContainEqual(
      expect.objectContaining({ userName: "ISU_Other", passwordChanges: 1 }),
    );
  });

  it("keeps the password of an account that exists when none is sent", async () => {
    const request = putUser("INT_Other", "<wd:User_Name>ISU_Other</wd:User_Name>");

    const answer = await call(workday, request);

    expect(answer.status).toBe(200);
    expect(workday.tenant("acme").hasPassword("ISU_Other", "Other-password-1")).toBe(true);
  });

  it.each<[why: string, request: string, message: string]>([
    [
      "no integration system",
      `<wd:Put_Integration_System_User_Request><wd:Integration_System_User_Data>${user("ISU_New", "New-password-1")}</wd:Integration_System_User_Data></wd:Put_Integration_System_User_Request>`,
      "An Integration System reference must be supplied when creating/updating an Integration System User",
    ],
    [
      "no user name",
      putUser("INT_Free", "<wd:Password>New-password-1</wd:Password>"),
      "A User Name is required when creating or updating an Integration System User.",
    ],
    [
      "a new account without a password",
      putUser("INT_Free", "<wd:User_Name>ISU_New</wd:User_Name>"),
      "Password is required when creating a new Workday Account.",
    ],
    [
      "a weak password",
      putUser("INT_Free", user("ISU_New", "weak")),
      "The password does not meet password requirements.",
    ],
    ["a worker", putUser("INT_Free", user("lmcneil", "New-password-1")), taken],
    ["an implementer", putUser("INT_Free", user("implementer", "New-password-1")), taken],
    ["another system's user", putUser("INT_Free", user("ISU_Other", "New-password-1")), taken],
    ["a second user of a system", putUser("INT_Other", user("ISU_New", "New-password-1")), taken],
    [
      "an unknown integration system",
      putUser("INT_Nowhere", user("ISU_New", "New-password-1")),
      "Invalid ID value.  'INT_Nowhere' is not a valid ID value for type = 'Integration_System_ID'",
    ],
    ...[
      ["X509_Public_Key_Reference", ""],
      ["Identity_Provider_Public_Key_Reference", `${saml}${issuer}`],
      [
        "Holder-of-Key_Public_Key_Reference",
        `${saml}${issuer}${key("Identity_Provider_Public_Key_Reference", "Signing_Key")}`,
      ],
    ].map(([name = "", first = ""]): [string, string, string] => [
      `an unknown key as ${name}`,
      putUser("INT_Free", security(`${first}${key(name, "Gone")}`)),
      "Invalid ID value.  'Gone' is not a valid ID value for type = 'Certificate_ID'",
    ]),
    [
      "a WID that no key has",
      putUser("INT_Free", security(key("X509_Public_Key_Reference", "0".repeat(32), "WID"))),
      `Invalid ID value.  '${"0".repeat(32)}' is not a valid ID value for type = 'WID'`,
    ],
    ...["1", "5", "481"].map((minutes): [string, string, string] => [
      `a session timeout of ${minutes} minutes`,
      putUser(
        "INT_Free",
        user(
          "ISU_New",
          "New-password-1",
          `<wd:Session_Timeout_Minutes>${minutes}</wd:Session_Timeout_Minutes>`,
        ),
      ),
      "Session Timeout Minutes must be greater than 5 and less than or equal to 480. The default value is 60.",
    ]),
    [
      "a security configuration without a kind",
      putUser("INT_Free", security("<wd:SAML_Issuer>idp</wd:SAML_Issuer>")),
      "Either setting X509 Token Authentication or SAML Token Authentication is required when setting up a new Web Service Security Configuration. If neither of these options is set, this element data is not required.",
    ],
    [
      "x509 without its key",
      putUser(
        "INT_Free",
        security("<wd:Enable_x509_Token_Authentication>true</wd:Enable_x509_Token_Authentication>"),
      ),
      "X509 Public Key is required when X509 Token Authentication is enabled.",
    ],
    [
      "SAML without its issuer",
      putUser(
        "INT_Free",
        security(
          `<wd:Enable_SAML_Authentication>1</wd:Enable_SAML_Authentication>${key("Identity_Provider_Public_Key_Reference", "Signing_Key")}`,
        ),
      ),
      "An identifier of the SAML Identity Provider is required when SAML authentication is enabled.",
    ],
    [
      "SAML without its certificate",
      putUser(
        "INT_Free",
        security(
          "<wd:Enable_SAML_Authentication>1</wd:Enable_SAML_Authentication><wd:SAML_Issuer>idp</wd:SAML_Issuer>",
        ),
      ),
      "An x509 Certificate Reference is needed to Enable SAML Access.",
    ],
  ])("refuses %s in Workday's words", async (_why, request, message) => {
    const before = workday.tenant("acme").accounts().length;

    const answer = await call(workday, request);

    expect(answer.status).toBe(500);
    expect(answer.body).toContain("<faultcode>SOAP-ENV:Client.validationError</faultcode>");
    expect(answer.fault).toBe(`Validation error occurred. ${message}`);
    expect(answer.body).toContain(
      `<wd:Validation_Fault><wd:Validation_Error><wd:Message>${message}</wd:Message>`,
    );
    expect(workday.tenant("acme").accounts()).toHaveLength(before);
  });

  it("makes up a password when asked to, which nobody is told", async () => {
    const data =
      "<wd:User_Name>ISU_New</wd:User_Name><wd:Generate_Random_Password>true</wd:Generate_Random_Password>";

    const answer = await call(workday, putUser("INT_Free", data));

    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain("Password");
    expect(workday.passwordsSeen).toEqual(new Set());
  });

  it("stores x509 and SAML settings and reads them back", async () => {
    const settings = security(
      `<wd:Enable_x509_Token_Authentication>true</wd:Enable_x509_Token_Authentication>${key("X509_Public_Key_Reference", "Signing_Key")}`,
    );
    await call(workday, putUser("INT_Free", settings));

    const answer = await call(
      workday,
      `<wd:Get_Integration_System_Users_Request><wd:Request_References>${systemReference("INT_Free")}</wd:Request_References></wd:Get_Integration_System_Users_Request>`,
    );

    expect(answer.body).toContain("<wd:Total_Results>1</wd:Total_Results>");
    expect(answer.body).toContain('<wd:ID wd:type="Certificate_ID">Signing_Key</wd:ID>');
    expect(answer.body).not.toContain("New-password-1");
  });

  it("says everything that is wrong with a security configuration, in the page's order", async () => {
    const x509 = "<wd:Enable_x509_Token_Authentication>true</wd:Enable_x509_Token_Authentication>";

    const answer = await call(workday, putUser("INT_Free", security(`${x509}${saml}`)));

    expect(
      [...answer.body.matchAll(/<wd:Message>([^<]*)<\/wd:Message>/g)].map(([, text]) => text),
    ).toEqual([
      "X509 Public Key is required when X509 Token Authentication is enabled.",
      "An identifier of the SAML Identity Provider is required when SAML authentication is enabled.",
      "An x509 Certificate Reference is needed to Enable SAML Access.",
    ]);
  });

  it("takes one of password and random password, as the schema has it", async () => {
    const both = user(
      "ISU_New",
      "New-password-1",
      "<wd:Generate_Random_Password>true</wd:Generate_Random_Password>",
    );

    const answer = await call(workday, putUser("INT_Free", both));

    expect(answer.status).toBe(500);
    expect(answer.fault).toContain("Generate_Random_Password");
  });

  it("remembers every password that was put, accepted or not", async () => {
    await call(workday, putUser("INT_Free", user("ISU_New", "New-password-1")));
    await call(workday, putUser("INT_Free", user("ISU_New", "weak")));

    expect(workday.passwordsSeen).toEqual(new Set(["New-password-1", "weak"]));
  });
});
