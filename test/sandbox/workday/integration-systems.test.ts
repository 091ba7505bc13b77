import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { anEnvelope, call, post, putSystem, systemReference } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

function getSystems(inner: string): string {
  return `<wd:Get_Integration_Systems_Request>${inner}</wd:Get_Integration_Systems_Request>`;
}

describe("Put_Integration_System", () => {
  it("creates a system that the Get then finds", async () => {
    const put = await call(workday, putSystem("INT_New"));
    const references = `<wd:Request_References>${systemReference("INT_New")}</wd:Request_References>`;
    const got = await call(workday, getSystems(references));

    expect(put.status).toBe(200);
    expect(put.body).toContain('<wd:ID wd:type="Integration_System_ID">INT_New</wd:ID>');
    expect(put.body).not.toContain("Exceptions_Response_Data");
    expect(got.body).toContain(
      "<wd:Integration_System_Name>System INT_New</wd:Integration_System_Name>",
    );
  });

  it("refuses an id that exists when Add_Only is set, and updates it otherwise", async () => {
    const refused = await call(workday, putSystem("INT_Free"));
    const updated = await call(workday, putSystem("INT_Free", ""));

    expect(refused.fault).toMatch(/^Validation error occurred\. Add Only/);
    expect(updated.status).toBe(200);
    expect(workday.tenant("acme").integrationSystems()).toContainEqual(
      expect.objectContaining({ id: "INT_Free", name: "System INT_Free" }),
    );
  });

  it("refuses an attribute without the namespace", async () => {
    const answer = await call(workday, putSystem("INT_New", 'Add_Only="true"'));

    expect(answer.fault).toMatch(/^Validation error occurred\. Attribute 'Add_Only'/);
  });

  it("refuses an unknown template, and needs none", async () => {
    const unknown = putSystem("INT_New").replace("Cloud Integration Template", "Cloud");
    const none = putSystem("INT_New").replace(
      /<wd:Integration_Template_Reference>[\s\S]*<\/wd:Integration_Template_Reference>/,
      "",
    );

    const answers = await Promise.all([unknown, none].map((request) => call(workday, request)));

    expect(answers.map(({ fault }) => fault)).toEqual([
      "Validation error occurred. Invalid ID value.  'Cloud' is not a valid ID value for type = 'Integration_Template_Name'",
      "",
    ]);
  });

  it("can carry exceptions on a 200, with and without having stored anything", async () => {
    const fault = { match: "Put_Integration_System", kind: "exceptions" as const };
    workday.failNext({ ...fault, messages: ["A launch parameter is missing."] });
    workday.failNext({ ...fault, messages: ["It is broken."], stored: false });

    const warned = await call(workday, putSystem("INT_One"));
    const failed = await call(workday, putSystem("INT_Two"));

    expect([warned.status, failed.status]).toEqual([200, 200]);
    expect(warned.body).toContain("<wd:Message>A launch parameter is missing.</wd:Message>");
    expect(failed.body).not.toContain("Integration_System_Reference");
    const ids = workday
      .tenant("acme")
      .integrationSystems()
      .map(({ id }) => id);
    expect(ids).toContain("INT_One");
    expect(ids).not.toContain("INT_Two");
  });
});

describe("Get_Integration_Systems", () => {
  it("pages", async () => {
    const filter =
      "<wd:Response_Filter><wd:Page>2</wd:Page><wd:Count>2</wd:Count></wd:Response_Filter>";

    const answer = await call(workday, getSystems(filter));

    expect(answer.body).toContain(
      "<wd:Response_Results><wd:Total_Results>3</wd:Total_Results><wd:Total_Pages>2</wd:Total_Pages><wd:Page_Results>1</wd:Page_Results><wd:Page>2</wd:Page></wd:Response_Results>",
    );
    expect(answer.body).toContain("INT_Free");
    expect(answer.body).not.toContain("INT_Bot");
  });

  it("refuses an id that is none", async () => {
    const references = `<wd:Request_References>${systemReference("INT_X")}</wd:Request_References>`;

    const answer = await call(workday, getSystems(references));

    expect(answer.fault).toBe(
      "Validation error occurred. Invalid ID value.  'INT_X' is not a valid ID value for type = 'Integration_System_ID'",
    );
  });

  it("leaves descriptors out when the header says so", async () => {
    const header =
      "<wd:Workday_Common_Header><wd:Include_Reference_Descriptors_In_Response>0</wd:Include_Reference_Descriptors_In_Response></wd:Workday_Common_Header></soap:Header>";
    const envelope = anEnvelope(getSystems("")).replace("</soap:Header>", header);

    const answer = await post(workday, "Integrations/v31.2", envelope);

    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain("wd:Descriptor");
  });
});
