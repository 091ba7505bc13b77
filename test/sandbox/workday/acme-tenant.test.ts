import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acmeTenant } from "../../../sandbox/workday/acme-tenant.ts";
import { startWorkday, type Workday } from "../../../sandbox/workday/workday.ts";
import { anEnvelope } from "./a-call.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await startWorkday({ tenants: [acmeTenant] });
});

afterEach(() => workday.stop());

async function ask(path: string, request: string): Promise<string> {
  const password = acmeTenant.accounts[0]?.password ?? "";
  const caller = { userName: "ISU_Slack_Bot@acme_dpt1", password };
  const response = await fetch(`${workday.url}/ccx/service/acme_dpt1/${path}`, {
    method: "POST",
    headers: { "content-type": "text/xml" },
    body: anEnvelope(request, caller),
  });
  return response.text();
}

describe("the sandbox's tenant", () => {
  it("lets the bot's account read systems and users", async () => {
    const systems = await ask("Integrations/v42.0", "<wd:Get_Integration_Systems_Request/>");
    const users = await ask("Integrations/v42.0", "<wd:Get_Integration_System_Users_Request/>");

    expect(systems).toContain("INT_Slack_Bot");
    expect(users).toContain("ISU_Slack_Bot");
  });

  it("lets it read what access is segmented by", async () => {
    expect(await ask("Learning/v31.2", "<wd:Get_Learning_Topics_Request/>")).toContain(
      "Compliance",
    );
  });

  it("keeps it from workers", async () => {
    const answer = await ask("Human_Resources/v42.0", "<wd:Get_Workers_Request/>");

    expect(answer).toContain("not authorized");
  });

  it("shows no password to an onlooker", () => {
    const seen = JSON.stringify(workday.tenant("acme_dpt1").snapshot());

    for (const { password } of acmeTenant.accounts) expect(seen).not.toContain(password);
  });

  it("names each domain once, in any case", () => {
    const names = acmeTenant.domains.map((domain) => domain.toLowerCase());

    expect(new Set(names).size).toBe(names.length);
  });
});

describe("Learning", () => {
  it("holds categories, topics and the segments over them", async () => {
    const category = await ask(
      "Learning/v31.2",
      "<wd:Put_Learning_Security_Category_Request><wd:Learning_Security_Category_Data><wd:Name>Viva</wd:Name></wd:Learning_Security_Category_Data></wd:Put_Learning_Security_Category_Request>",
    );
    const topic = await ask(
      "Learning/v31.2",
      "<wd:Put_Learning_Topic_Request><wd:Learning_Topic_Data><wd:Learning_Topic_Name>Safety</wd:Learning_Topic_Name></wd:Learning_Topic_Data></wd:Put_Learning_Topic_Request>",
    );
    const segment = await ask(
      "Learning/v31.2",
      '<wd:Put_Learning_Topic_Security_Segment_Request><wd:Learning_Topic_Security_Segment_Data><wd:ID>Viva_Safety</wd:ID><wd:Learning_Topic_Reference><wd:ID wd:type="Learning_Topic_ID">LEARNING_TOPIC-Safety</wd:ID></wd:Learning_Topic_Reference></wd:Learning_Topic_Security_Segment_Data></wd:Put_Learning_Topic_Security_Segment_Request>',
    );
    const segments = await ask(
      "Learning/v31.2",
      "<wd:Get_Learning_Topic_Security_Segments_Request/>",
    );

    expect(category).toContain('wd:Descriptor="Viva"');
    expect(topic).toContain("LEARNING_TOPIC-Safety");
    expect(segment).toContain('wd:Descriptor="Viva_Safety"');
    expect(segments).toContain('wd:Descriptor="Safety"');
  });
});
