import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { anEnvelope, call, post, systemReference } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

/** The service's own shapes, where an earlier emulator had made up others. */
let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

const criteria = `<wd:Integration_System_Request_Criteria><wd:System_User_Reference>
  <wd:ID wd:type="WorkdayUserName">ISU_Bot</wd:ID></wd:System_User_Reference></wd:Integration_System_Request_Criteria>`;

function getUsers(inner: string): string {
  return `<wd:Get_Integration_System_Users_Request>${inner}</wd:Get_Integration_System_Users_Request>`;
}

describe("Get_Integration_System_Users", () => {
  it("echoes its criteria under their name in replies", async () => {
    const { body, fault } = await call(workday, getUsers(criteria));

    expect(fault).toBe("");
    expect(body).toContain("<wd:Request_Criteria>");
    expect(body).not.toContain("Integration_System_Request_Criteria");
  });

  it("takes references together with criteria", async () => {
    const references = `<wd:Request_References>${systemReference("INT_Bot")}</wd:Request_References>`;

    const { fault } = await call(workday, getUsers(references + criteria));

    expect(fault).not.toContain("Element");
  });
});

describe("Learning", () => {
  it("has no Add_Only in its puts", async () => {
    const put = `<wd:Put_Learning_Topic_Request wd:Add_Only="true"><wd:Learning_Topic_Data>
      <wd:Learning_Topic_Name>A</wd:Learning_Topic_Name></wd:Learning_Topic_Data></wd:Put_Learning_Topic_Request>`;

    const { fault } = await post(workday, "Learning/v31.2", anEnvelope(put));

    expect(fault).toContain("Add_Only");
  });
});

describe("faults", () => {
  const stranger = { userName: "ISU_Bot@acme", password: "Wrong-password-1" };

  it.each([
    ["v31.2", false],
    ["v47.0", true],
  ])("tell of a refused sign-on as %s does", async (version, hasCode) => {
    const envelope = anEnvelope(getUsers(""), stranger);

    const { body, fault } = await post(workday, `Integrations/${version}`, envelope);

    expect(fault).toBe("invalid username or password");
    expect(body.includes("<wd:Authentication_Fault><wd:Code>")).toBe(hasCode);
  });
});
