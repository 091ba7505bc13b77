import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { call, putUser, user } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

describe("the shape of a request", () => {
  it.each<[why: string, request: string, xpath: string]>([
    [
      "both sides of the choice",
      putUser(
        "INT_Free",
        user(
          "ISU_New",
          "New-password-1",
          "<wd:Generate_Random_Password>1</wd:Generate_Random_Password>",
        ),
      ),
      "/wd:Integration_System_User_Data[1]/wd:Generate_Random_Password[1]",
    ],
    [
      "elements out of order",
      putUser(
        "INT_Free",
        "<wd:Password>New-password-1</wd:Password><wd:User_Name>ISU_New</wd:User_Name>",
      ),
      "/wd:Integration_System_User_Data[1]/wd:User_Name[1]",
    ],
    [
      "an unknown element",
      putUser("INT_Free", `${user("ISU_New", "New-password-1")}<wd:Nickname>x</wd:Nickname>`),
      "/wd:Integration_System_User_Data[1]/wd:Nickname[1]",
    ],
    [
      "an element twice",
      putUser("INT_Free", `<wd:User_Name>ISU_A</wd:User_Name>${user("ISU_New", "New-password-1")}`),
      "/wd:Integration_System_User_Data[1]/wd:User_Name[2]",
    ],
    [
      "an element without the namespace",
      putUser("INT_Free", "<User_Name>ISU_New</User_Name>"),
      "/wd:Integration_System_User_Data[1]/User_Name[1]",
    ],
    [
      "an attribute without the namespace",
      putUser("INT_Free", user("ISU_New", "New-password-1")).replace("wd:type", "type"),
      "/wd:Integration_System_Reference[1]/wd:ID[1]",
    ],
    [
      "an id type that is none",
      putUser("INT_Free", user("ISU_New", "New-password-1")).replace(
        "Integration_System_ID",
        "System_ID",
      ),
      "/wd:Integration_System_Reference[1]/wd:ID[1]",
    ],
    ...["yes", "True", ""].map((text): [string, string, string] => [
      `"${text}" for a boolean`,
      putUser(
        "INT_Free",
        user(
          "ISU_New",
          "New-password-1",
          `<wd:Do_Not_Allow_UI_Sessions>${text}</wd:Do_Not_Allow_UI_Sessions>`,
        ),
      ),
      "/wd:Integration_System_User_Data[1]/wd:Do_Not_Allow_UI_Sessions[1]",
    ]),
    ...["10.5", "1000", "-1", ""].map((text): [string, string, string] => [
      `"${text}" for minutes`,
      putUser(
        "INT_Free",
        user(
          "ISU_New",
          "New-password-1",
          `<wd:Session_Timeout_Minutes>${text}</wd:Session_Timeout_Minutes>`,
        ),
      ),
      "/wd:Integration_System_User_Data[1]/wd:Session_Timeout_Minutes[1]",
    ]),
    [
      "a control character",
      putUser("INT_Free", user("ISU&#9;New", "New-password-1")),
      "/wd:Integration_System_User_Data[1]/wd:User_Name[1]",
    ],
    [
      "text between elements",
      putUser("INT_Free", `stray${user("ISU_New", "New-password-1")}`),
      "/wd:Integration_System_User_Data[1]",
    ],
  ])("refuses %s and says where", async (_why, request, xpath) => {
    const answer = await call(workday, request);

    expect(answer.status).toBe(500);
    expect(answer.fault).toMatch(/^Validation error occurred\. /);
    expect(answer.body).toContain(
      `<wd:Xpath>/wd:Put_Integration_System_User_Request[1]${xpath}</wd:Xpath>`,
    );
    expect(workday.tenant("acme").hasPassword("ISU_New", "New-password-1")).toBe(false);
  });
});
