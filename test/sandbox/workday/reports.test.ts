import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

const at = "2026-01-05T09:00:00.000Z";

async function run(
  report: string,
  { owner = "ISU_Bot", login = "ISU_Bot:Bot-password-1", query = "?format=json" } = {},
): Promise<{ readonly status: number; readonly json: unknown }> {
  const url = `${workday.url}/ccx/service/customreport2/acme/${owner}/${report}${query}`;
  const authorization = `Basic ${Buffer.from(login).toString("base64")}`;
  const response = await fetch(url, { headers: { authorization } });
  return { status: response.status, json: await response.json() };
}

describe("reports as a service", () => {
  it("list what is pending in both kinds of policies", async () => {
    const tenant = workday.tenant("acme");
    tenant.seedPendingDomainChange({
      policy: "integration build",
      securityGroup: "ISSG_Bot",
      access: "Put",
      change: "Removed",
      by: "bob",
    });
    tenant.seedPendingBusinessProcessChange({
      policy: "Work Contact Change",
      action: "Change Work Contact Information (Web Service)",
      securityGroup: "ISSG_Bot",
      change: "Added",
      by: "bob",
    });

    const domains = await run("ISU_Bot_Pending_Domain_Policies");
    const processes = await run("ISU_Bot_Pending_Business_Process_Policies");

    expect(domains.json).toEqual({
      Report_Entry: [
        {
          Domain_Security_Policy: "Integration Build",
          Security_Group: "ISSG_Bot",
          Access: "Put",
          Change: "Removed",
          Changed_By: "bob",
          Changed_On: at,
        },
      ],
    });
    expect(processes.json).toEqual({
      Report_Entry: [
        {
          Business_Process_Security_Policy: "Work Contact Change",
          Action: "Change Work Contact Information (Web Service)",
          Security_Group: "ISSG_Bot",
          Change: "Added",
          Changed_By: "bob",
          Changed_On: at,
        },
      ],
    });
  });

  it("list groups and members, and a group without members once", async () => {
    const plain = "Integration System Security Group (Unconstrained)";
    const groups = await run("ISU_Bot_Security_Groups", { login: "ISU_Bot@acme:Bot-password-1" });

    expect(groups.json).toEqual({
      Report_Entry: [
        { Security_Group: "ISSG_Bot", Status: "Active", Member: "ISU_Bot", Group_Type: plain },
        { Security_Group: "ISSG_Empty", Status: "Active", Member: "", Group_Type: plain },
        expect.objectContaining({
          Security_Group: "HR Administrator",
          Administered_By: "Security Administrator",
        }),
      ],
    });
  });

  it("list permissions, active and pending, and the timestamps", async () => {
    const tenant = workday.tenant("acme");
    const activation = { comment: "First", confirm: true };
    tenant.perform("activate-pending-security-policy-changes", activation, "ada");
    const grant = [{ domain: "Integration Build", access: ["Get"] }];
    tenant.perform("maintain-permissions", { group: "ISSG_Empty", grant }, "ada");

    const permissions = await run("ISU_Bot_Group_Permissions");
    const timestamps = await run("ISU_Bot_Security_Timestamps");

    expect(permissions.json).toEqual({
      Report_Entry: [
        ["ISSG_Bot", "Integration Security", "Get", "Active"],
        ["ISSG_Bot", "Integration Security", "Put", "Active"],
        ["ISSG_Bot", "Integration Build", "Get", "Active"],
        ["ISSG_Bot", "Integration Build", "Put", "Active"],
        ["ISSG_Empty", "Integration Build", "Get", "Pending"],
      ].map(([group, policy, access, status]) => ({
        Security_Group: group,
        Domain_Security_Policy: policy,
        Access: access,
        Status: status,
      })),
    });
    expect(timestamps.json).toEqual({
      Report_Entry: [{ Timestamp: at, Comment: "First", Activated_By: "ada" }],
    });
  });

  it.each([
    ["a wrong password", "ISU_Bot_Security_Groups", { login: "ISU_Bot:wrong" }, 401],
    ["another owner", "ISU_Bot_Security_Groups", { owner: "ISU_Other" }, 404],
    ["a report that is not there", "ISU_Bot_Nothing", {}, 404],
    ["another format", "ISU_Bot_Security_Groups", { query: "?format=csv" }, 400],
  ])("refuse %s", async (_why, report, options, status) => {
    const answer = await run(report, options);

    expect(answer.status).toBe(status);
  });
});
